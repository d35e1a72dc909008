// The app on this device, in the settings: ways to install it, starting without a network.

import type { Message } from '../message.ts';

export const here = {
  'here.title': 'The app on this device',
  'here.install': 'Install',
  'here.installed': 'Installed: a window and an icon of its own, with the number of unread messages on it.',
  'here.offered': 'Install the desk: a window and an icon of its own, and the browser keeps its data more safely.',
  'here.safariPhone': 'To install: tap Share, then “Add to Home Screen”.',
  'here.safariMac': 'To install: choose File, then “Add to Dock”.',
  'here.firefoxPhone': 'To install: open the menu, then tap “Add app to Home screen”.',
  'here.firefox': 'This browser installs no pages. Pin the tab instead: the desk works the same in it.',
  'here.menu': 'To install: open the browser’s menu and choose “Install” or “Add to home screen”.',
  'here.insecure': 'Nothing can be installed from this address. Open the desk at its localhost or https address.',
  'here.kept': 'Starts without a network: this version is kept here as a whole.',
  'here.keeping': 'This version is being kept here. When that is done, the desk starts without a network.',
  'here.never': 'Does not start without a network: at this address the browser keeps no apps.',
} as const satisfies Record<string, Message>;
