// STUN and TURN servers of the team.

import type { Message } from '../message.ts';

export const ice = {
  // STUN and TURN servers as a setting of the team
  'ice.title': 'Connection servers',
  'ice.meta': 'STUN and TURN; the same on every desk, none by default',
  'ice.text':
    'In one network, desks connect without any server. Between networks a STUN server tells a browser its address ' +
    'outside, and a TURN server passes the traffic on where nothing else gets through.',
  'ice.third':
    'Each is run by somebody: it learns the network addresses of your team and when they are online, and a TURN server ' +
    'how much they send. It reads nothing, what passes is encrypted. Whoever has the invite link has the logins too.',
  'ice.list': 'Servers of the team',
  'ice.none': 'None. No third party is contacted.',
  'ice.withLogin': 'as {name}',
  'ice.remove': 'Remove {url}',
  'ice.removed': '{url} was removed.',
  'ice.url': 'Address',
  'ice.urlHint': 'stun:stun.example.org:3478 or turns:turn.example.org:5349',
  'ice.username': 'Username',
  'ice.credential': 'Credential',
  'ice.add': 'Add server',
  'ice.added': 'Saved. The next connections use it, and so do new invite links.',
  'ice.test': 'Test from this browser',
  'ice.testing': 'Looking, up to 3 seconds.',
  'ice.found': 'This browser is reached: {kinds}.',
  'ice.foundNone': 'This browser finds no way at all. See that there is a network.',
  'ice.noRelay': 'No TURN server gave this browser a relay: check address, port, username and credential.',
  'ice.noOutside': 'No server told this browser its address outside: check address and port, or the firewall.',
  'ice.works': 'The servers answer.',
  'ice.serverEmpty': 'The address is missing. It begins with stun: or turn:.',
  'ice.serverKind': 'An address begins with stun:, stuns:, turn: or turns:, without slashes.',
  'ice.serverAddress': 'That is not the name or the address of a server. Write it like turn:turn.example.org:3478.',
  'ice.serverPort': 'A port is a number from 1 to 65,535.',
  'ice.serverTransport': 'After the question mark only transport=udp or transport=tcp may stand, and only for TURN.',
  'ice.serverTooLong': 'That address is too long: 200 characters at most.',
  'ice.serverNeedsLogin': 'A TURN server needs a username and a credential.',
  'ice.serverTakesNoLogin': 'A STUN server takes no username and no credential. Leave both empty.',
  'ice.serverLoginTooLong': 'The username or the credential is too long: 256 characters at most.',
  'ice.serverTwice': 'The team has this server already. Remove it first to change its login.',
  'ice.serversTooMany': 'Eight servers are the most a team can have. Remove one first.',
} as const satisfies Record<string, Message>;
