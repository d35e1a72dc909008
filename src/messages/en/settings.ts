// The Settings page.

import type { Message } from '../message.ts';

export const settings = {
  // Settings
  'set.title': 'Settings',
  'set.team': 'Team',
  'set.teamMeta': 'the same on every desk; any agent may change it',
  'set.assignment': 'Assignment',
  'set.queue': 'Head starts',
  'set.queueMeta': 'how much waiting a priority is worth',
  'set.you': 'You',
  'set.device': 'This device',
  'set.capacity': 'Conversations at a time',
  'set.capacityHint': 'An agent who holds this many gets no more until one is closed. {bounds}',
  'set.unpickedMax': 'Not picked up at a time',
  'set.unpickedMaxHint': 'So many may wait for one agent’s pick-up before the next goes to somebody else. {bounds}',
  'set.pickupTimeoutMs': 'Time to pick up',
  'set.pickupTimeoutMsHint': 'After that another Ready agent gets it. {bounds}',
  'set.awayGraceMs': 'Wait after going Away',
  'set.awayGraceMsHint': 'What was not picked up stays with an agent for this long after they go Away. {bounds}',
  'set.headStartUrgentS': 'Urgent',
  'set.headStartHighS': 'High',
  'set.headStartLowS': 'Low',
  'set.headStartHint': 'Normal counts as 0. Below 0 waits longer. {bounds}',
  'set.seconds': 'seconds',
  'set.bounds': '{least} to {greatest}.',
  'set.outOfBounds': 'Give a whole number from {least} to {greatest}. The old value stays.',
  'set.saved': 'Saved on this device. Desks that can be reached have it at once.',
  'set.yourName': 'Your name',
  'set.yourNameHint': 'What teammates and customers see.',
  'set.rename': 'Save name',
  'set.renamed': 'You are called {name} now.',
  'set.otherText': 'A link makes another browser yours too: same name, same status, same conversations.',
  'set.otherShow': 'Show the link',
  'set.logOut': 'Log out',
  'set.logOutText': 'Teammates see you as Logged out. Everything stays on this device.',
  'set.leave': 'Leave this team',
  'set.leaveText': 'Deletes this team’s data on this device.',
  'set.leaveTitle': 'Leave {team}?',
  'set.leaveCopies': {
    one: 'One other device has a copy of everything here. Yours is deleted, the team’s stays.',
    other: '{n} other devices have a copy of everything here. Yours is deleted, the team’s stays.',
  },
  'set.leaveLast':
    'No other device that can be reached has a copy. If you leave now, what only this device has is lost ' +
    'for good. Wait until a teammate is connected and synced, or leave all the same.',
  'set.leaveDo': 'Leave and delete',
  'set.leaveStay': 'Stay',
  'set.theme': 'Theme',
} as const satisfies Record<string, Message>;
