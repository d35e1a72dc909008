// What was refused or does not work, and what to do.

import type { Message } from '../message.ts';

export const refusals = {
  // Refusals: what happened, then what to do
  'refusal.notFound': 'This conversation is not on this device yet. Wait until a teammate is reached, then try again.',
  'refusal.closed': 'This conversation is closed. A new message of the customer opens it again.',
  'refusal.notClosed': 'This conversation is still open. Close it first.',
  'refusal.notHeldByYou': 'This conversation is not yours any more. Take it over to go on.',
  'refusal.alreadyYours': 'You hold this conversation already.',
  'refusal.notOffered':
    'This conversation is not offered to you any more. Take it over, or leave it to whoever has it.',
  'refusal.alreadyWaiting': 'This conversation is in the queue already.',
  'refusal.unknownAgent': 'That agent is not known on this device yet. Choose another, or wait until desks have met.',
  'refusal.empty': 'There is nothing in it yet. Write something first.',
  'refusal.tooLong': 'This is too long: 100,000 characters at most. Shorten it, or send it in parts.',
  'refusal.notSupervisor': 'Only a supervisor may do this. Ask one of them.',
  'refusal.outOfBounds': 'That value is outside what the desk allows. The old one stays.',
  'refusal.notConnectedYet': 'No teammate has been reached yet. You can do this once the desk has synced once.',
  'refusal.logLoading':
    'The log is still being read, so nothing was done. Try again in a moment; what you wrote stays.',
  'hindrance.insecureOrigin':
    'This address is not secure, so the browser gives the desk no encryption. Run npm start on this computer ' +
    'and open the localhost address it prints.',
  'hindrance.webrtcAbsent':
    'This browser cannot connect to others (WebRTC is missing or switched off). Use a current browser; ' +
    'until then you work alone.',
  'hindrance.storageBlocked':
    'This browser lets the desk save nothing (private mode?). All is lost when this tab closes: open the desk ' +
    'in a normal window.',
  'hindrance.storageFull':
    'Storage is full. What is new is kept only in this tab and by teammates in reach: free space on this device and ' +
    'leave the tab open. All of it is saved by itself then.',
  'hindrance.storageFailing':
    'The browser could not save. What is new is kept only in this tab and by teammates in reach: leave it open. ' +
    'Saving is tried again by itself.',
  'hindrance.storageClosed':
    'The browser closed the desk’s storage. What you do now is kept only until this tab closes: reload the page.',
  'hindrance.storageOutdated':
    'A newer version of Deskmesh is open in another tab and keeps the data its own way. Reload this tab to update; ' +
    'until then nothing is saved here.',
  'hindrance.storageRescued':
    'This browser had lost stored data. It was brought back from the second copy here: go on as before, and make a backup.',
  'hindrance.rendezvousUnreachable':
    'The meeting point cannot be reached. Who is connected stays connected; newcomers find you when it is back.',
  'hindrance.meshNotLoaded':
    'The part of the desk that reaches others could not be loaded: perhaps a new version is being put in place. ' +
    'You work alone until then. It is tried again by itself; all that you do is kept here.',
  'fault.corrupt':
    'Some stored records could not be read and were set aside. The rest is here; a teammate’s copy fills it.',
  'fault.peerMisbehaved': 'A device sent what this desk cannot read, and was disconnected. Your data is untouched.',
} as const satisfies Record<string, Message>;
