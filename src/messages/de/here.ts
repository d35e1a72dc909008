// The app on this device, in the settings: ways to install it, starting without a network.

import type { here as english } from '../en/here.ts';
import type { Message } from '../message.ts';

export const here = {
  'here.title': 'Die App auf diesem Gerät',
  'here.install': 'Installieren',
  'here.installed': 'Installiert: mit eigenem Fenster und eigenem Symbol, darauf die Zahl der ungelesenen Nachrichten.',
  'here.offered': 'Desk installieren: eigenes Fenster, eigenes Symbol, und der Browser bewahrt die Daten sicherer auf.',
  'here.safariPhone': 'Zum Installieren: auf „Teilen“ tippen, dann auf „Zum Home-Bildschirm“.',
  'here.safariMac': 'Zum Installieren: „Ablage“ wählen, dann „Zum Dock hinzufügen“.',
  'here.firefoxPhone': 'Zum Installieren: Menü öffnen, dann auf „App zum Startbildschirm hinzufügen“ tippen.',
  'here.firefox':
    'Dieser Browser installiert keine Seiten. Heften Sie stattdessen den Tab an: Der Desk arbeitet darin genauso.',
  'here.menu':
    'Zum Installieren: Menü des Browsers öffnen und „Installieren“ oder „Zum Startbildschirm hinzufügen“ wählen.',
  'here.insecure':
    'Von dieser Adresse lässt sich nichts installieren. Öffnen Sie den Desk über seine localhost- oder https-Adresse.',
  'here.kept': 'Startet ohne Netz: Diese Version ist hier vollständig aufbewahrt.',
  'here.keeping': 'Diese Version wird hier gerade abgelegt. Danach startet der Desk ohne Netz.',
  'here.never': 'Startet nicht ohne Netz: Unter dieser Adresse bewahrt der Browser keine Apps auf.',
} as const satisfies Record<keyof typeof english, Message>;
