// The start page, and what comes before a desk.

import type { Message } from '../message.ts';

export const start = {
  // Start
  'start.title': 'A service desk that runs on the team’s own browsers',
  'start.lead':
    'Conversations go to whoever is Ready. When nobody is, they wait and nothing is taken from anyone. ' +
    'No server holds any of it: every desk keeps everything, and works without a network.',
  'start.short': 'Conversations go to whoever is Ready. No server holds any of it.',
  'start.way': 'Log in, create a team or join one',
  'start.onThisDevice': 'On this device',
  'start.as': 'as {name}, last here {when}',
  'start.notJoined': 'not joined yet, last tried {when}',
  'start.loggedInAs': 'as {name}, still logged in',
  'start.dayTime': '{day} {time}',
  'start.logIn': 'Log in',
  'start.yourName': 'Your name',
  'start.teamName': 'Team name',
  'start.teamExample': 'Fernhill Repairs',
  'start.invite': 'Invite link',
  'start.inviteHint': 'Paste it, or open it',
  'start.create': 'Create team',
  'start.join': 'Join team',
  'start.private': 'Nothing leaves this device until someone joins your team.',
  'start.invited': 'You were invited. Say who you are, then join the team.',
  'start.busy': 'One moment: the desk is being opened.',
  'start.readyTitle': 'Ready or Away',
  'start.readyText': 'Only Ready agents are given work. Everyone sees who is there.',
  'start.keptTitle': 'Kept by you',
  'start.keptText': 'Saved on your devices, sent encrypted between them.',
  'start.freeTitle': 'Free to disconnect',
  'start.freeText': 'Reply offline. Desks come together again by themselves.',
  'start.picture': 'A customer enters the queue, and Jonas’s browser gives the conversation to Hana, who is Ready.',
  'start.enters': 'enters the queue',
  'start.assigns': 'Jonas’s browser assigns',
  'start.opening': 'Opening the desk',
  'connecting.title': 'Connecting to {team}',
  'connecting.titlePlain': 'Connecting to your team',
  'connecting.text': 'Looking for a teammate whose desk is open. Keep this page open; it goes on by itself.',
  'connecting.wait':
    'Nobody was found yet. Ask a teammate to open their desk. Or go on alone: you see the team’s ' +
    'conversations once somebody is reached.',
  'connecting.alone': 'Go on alone',
  'connecting.doctor': 'What works and what does not',
  'connecting.back': 'Back to start',
  'who.title': 'Are you one of them?',
  'who.text':
    'The team already has an agent called {name}. If that is you, your status and conversations come with you.',
  'who.me': 'I am {name}',
  'who.other': 'Somebody else of that name',
  'entry.nameEmpty': 'A name is missing. Give yours and, for a new team, the team’s.',
  'entry.nameTooLong': 'That name is too long: 200 characters at most.',
  'entry.inviteEmpty': 'The invite link is missing. Paste the link that a teammate sent you.',
  'entry.inviteWrong': 'This is not an invite link of Deskmesh. Ask your teammate to copy it again.',
  'entry.inviteTruncated': 'The end of this link is missing. Copy all of it, or ask for it again.',
  'entry.inviteNewer': 'This link was made by a newer version of Deskmesh. Update this desk, then open it again.',
  'entry.inviteTooLong': 'This is far too long for an invite link. Paste the link alone.',
  'entry.unknownTeam': 'This team is not on this device any more. Join it again with an invite link.',
} as const satisfies Record<string, Message>;
