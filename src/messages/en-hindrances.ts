// What does not work here, what it means, and what to do.

import type { Message } from './message.ts';

export const enHindrances = {
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
    'Storage is full. New messages are kept only until this tab closes: free space on this device, then reload.',
  'hindrance.storageClosed':
    'The browser closed the desk’s storage. What you do now is kept only until this tab closes: reload the page.',
  'hindrance.storageOutdated':
    'A newer version of Deskmesh is open in another tab and keeps the data its own way. Reload this tab to update; ' +
    'until then nothing is saved here.',
  'hindrance.rendezvousUnreachable':
    'The meeting point cannot be reached. Who is connected stays connected; newcomers find you when it is back.',
  'fault.corrupt':
    'Some stored records could not be read and were set aside. The rest is here; a teammate’s copy fills it.',
  'fault.unknown': 'The browser could not save. What you do now is kept only until this tab closes: reload the page.',
  'fault.peerMisbehaved': 'A device sent what this desk cannot read, and was disconnected. Your data is untouched.',
} as const satisfies Record<string, Message>;
