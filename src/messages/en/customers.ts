// The settings of the page by which customers write to the team.

import type { Message } from '../message.ts';

export const customers = {
  'ask.title': 'Customers’ page',
  'ask.meta': 'a link or a code by which customers write to you',
  'ask.text':
    'Customers open the link, or scan the code, and write to the team directly: browser to browser, encrypted. The link opens nothing of the team’s. Take it back at any time.',
  'ask.name': 'Name of the link',
  'ask.namePlaceholder': 'Counter, website, receipt',
  'ask.make': 'Make a link',
  'ask.made': 'Made. Whoever opens it can write to you.',
  'ask.link': 'Link for customers',
  'ask.snippet': 'For a website',
  'ask.snippetText': 'Put this line into a page. It shows a button, and behind it the same page in a frame.',
  'ask.show': 'Show',
  'ask.revoke': 'Take back',
  'ask.revokeTitle': 'Take “{name}” back?',
  'ask.revokeText':
    'Nobody can reach you by it any more. Those who wrote by it can read what they have, and write nothing. This cannot be undone.',
  'ask.revokeDo': 'Take it back',
  'ask.revokeKeep': 'Keep it',
  'ask.sheet': 'Sheet to print',
  'ask.sheet.title': 'Sheet for the counter',
  'ask.sheet.sentence': 'Scan the code, or open the address, to write to us.',
  'ask.sheet.paper': 'One page, A4. The link carries no secret of the team.',
  'ask.sheet.print': 'Print',
  'ask.sheet.tooLong': 'The link is too long for a code.',
  'ask.demo': 'Try it on a page',
  'ask.address': 'Address for customers',
  'ask.address.hint':
    'With https, and leading to the server of this desk, for instance by a tunnel or a host name. Links and codes carry it. It holds for the whole team; leave it empty where customers reach the desk where you do.',
  'ask.address.save': 'Save',
  'ask.address.saved':
    'Saved. New copies of links and codes carry it; those that are out go on working where they lead.',
  'ask.address.notAddress': 'This is no address. Write it as https://desk.example.org.',
  'ask.address.notHttps': 'Browsers let customers write only over https. Write an address that begins with https://.',
  'ask.address.onlyHere': 'Only this machine can reach this address. Give one that customers can reach.',
  'ask.open': 'Open the page',
  'ask.code': 'Code of the link “{name}”',
  'ask.local':
    'This desk is open at {origin}, which only this machine can reach. Give the address that customers can reach under “Address for customers” below the links.',
  'ask.refused': {
    one: '{n} knock was turned away here since the start.',
    other: '{n} knocks were turned away here since the start.',
  },
} as const satisfies Record<string, Message>;
