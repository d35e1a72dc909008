// The invite sheet: for whom a link is, what it means, what it holds.

import type { Message } from '../message.ts';

export const invite = {
  'invite.title': 'Invite to {team}',
  'invite.for': 'For whom',
  'invite.forTeammate': 'For a teammate',
  'invite.forMe': 'For my other device',
  'invite.meansTeammate':
    'Whoever has this link is in the team and reads everything. Send it as you would send a password.',
  'invite.meansMe': 'Whoever opens this link is you: same name, same status, same conversations. Show it to nobody.',
  'invite.linkTeammate': 'Invite link',
  'invite.linkMe': 'Link for your other device',
  'invite.picture': 'QR code of the link',
  'invite.scan': 'Or point a phone’s camera at it.',
  'invite.tooLong': 'The link is too long for a QR code. Copy it, or take servers out of the settings.',
  'invite.onlyHere':
    'It opens at {host}, which on every device means that device itself. Each colleague runs npm start and pastes the link there; a phone needs the desk at an https address.',
  'invite.meet': {
    one: 'Desks meet at this address, it is in the link:',
    other: 'Desks meet at these addresses, they are in the link:',
  },
  'invite.meetNowhere': 'The link holds no meeting point: desks find each other only where this page comes from.',
  'invite.servers': {
    one: 'It also holds the login of {n} server from the settings.',
    other: 'It also holds the logins of {n} servers from the settings.',
  },
  'invite.print': 'Print',
} as const satisfies Record<string, Message>;
