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
  'ask.print': 'Sheet to print',
  'ask.open': 'Open the page',
  'ask.none': 'No link yet.',
  'ask.code': 'Code of the link “{name}”',
  'ask.local':
    'This desk is open at {origin}, which only this machine can reach. Open the desk at an address that customers can reach, with https, and make the link there.',
  'ask.refused': {
    one: '{n} knock was turned away here since the start.',
    other: '{n} knocks were turned away here since the start.',
  },
} as const satisfies Record<string, Message>;
