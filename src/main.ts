// Composition root: the only file that builds adapters.

import { mount } from 'svelte';
import { asDeviceId } from './domain/ids.ts';
import { createLateMesh } from './mesh/late-mesh.ts';
import { createAlarm } from './platform/alarm.ts';
import { openBackup, sealBackup } from './platform/backup-file.ts';
import { openBackupFolder } from './platform/backup-folder.ts';
import { BrowserAttention } from './platform/attention.ts';
import { systemClock } from './platform/clock.ts';
import { openDevices } from './platform/devices.ts';
import { Identities } from './platform/identities.ts';
import { findHindrances } from './platform/hindrances.ts';
import { usableIceServers } from './platform/ice-servers.ts';
import { surroundingsOf, watchInstallation } from './platform/install.ts';
import { formatInvite, parseInvite, readInviteFromAddress, SECRET_BYTES } from './platform/invite.ts';
import { followLaunches, isPractice, takeLaunch } from './platform/launch.ts';
import { openLocalNotes } from './platform/local-notes.ts';
import { nextTask } from './platform/next-task.ts';
import { ConnectionConfines, trustOwnScripts } from './platform/page-confines.ts';
import { askToPersist, onInstalled, readRoom } from './platform/persistence.ts';
import { secureRandom } from './platform/random.ts';
import { findRendezvousAddresses } from './platform/rendezvous-addresses.ts';
import { registerServiceWorker } from './platform/service-worker.ts';
import { deriveTeamKeys } from './platform/team-keys.ts';
import { FirstLook } from './storage/first-look.ts';
import ShellApp from './ui/shell/app.svelte';
import type { OpenPractice } from './ui/shell/practice-context.ts';
import { waysIn } from './ui/shell/ways-in-state.svelte.ts';
import type { AppPorts } from './view/app-ports.ts';
import { App } from './view/app.svelte.ts';
import type { WatchBrowser } from './view/doctor-live.svelte.ts';
import { languageChoice } from './view/language-choice.svelte.ts';
import { ThisApp } from './view/this-app.svelte.ts';

/** Time for a team just entered to be noted on this device. */
const BEFORE_RELOAD_MS = 1_000;

trustOwnScripts(location.origin);
const machine = { clock: systemClock, random: secureRandom, alarm: createAlarm(systemClock), pause: nextTask };
const confines = new ConnectionConfines();
const identities = new Identities(async () => (await import('./storage/copy-files.ts')).readIdentities());

/** A page that was confined to another team's rendezvous starts anew, and opens this team by itself. */
const confineTo = (rendezvous: readonly string[]): void => {
  if (!confines.confine(rendezvous)) setTimeout(() => location.reload(), BEFORE_RELOAD_MS);
};

// All that a desk needs comes beside the app, and is asked for at once where one will open.
const loadSession = () => Promise.all([import('./engine/session.ts'), import('./storage/team-storage.ts')]);
const documents = { copies: () => import('./storage/document-copy.ts') };
// The lists first: they stand before the log is read. What does not come is asked for again, and told, where needed.
const loadShell = () => import('./ui/shell/desk-shell.svelte');
const fetchDesk = (): void => void Promise.all([loadShell(), loadSession()]).catch(() => undefined);

const openSession: AppPorts['openSession'] = async ({ teamId, deviceId, secret, rendezvous, hasEverSynced }, told) => {
  const [{ Session }, { createTeamStorage }] = await loadSession();
  const keys = deriveTeamKeys(secret);
  confineTo(rendezvous);
  const iceServers = usableIceServers(told.iceServers);
  return Session.open(asDeviceId(deviceId), {
    ...machine,
    onFault: told.onFault,
    isNewcomer: !hasEverSynced,
    openStorage: (doc) => createTeamStorage(doc, teamId, identities.of(teamId)),
    openMesh: (doc) =>
      createLateMesh(async () => {
        const { createMesh } = await import('./mesh/mesh.ts');
        return createMesh({ ...keys, doc, rendezvous, tabsKey: teamId, clock: systemClock, iceServers });
      }),
  });
};

const app = new App({
  clock: systemClock,
  random: secureRandom,
  devices: openDevices(undefined, identities),
  hindrances: findHindrances(globalThis),
  attention: new BrowserAttention(),
  newSecret: () => secureRandom.token(SECRET_BYTES),
  teamIdOf: (secret) => deriveTeamKeys(secret).teamId,
  findRendezvous: () => findRendezvousAddresses(location),
  parseInvite,
  formatInvite: (invite) => formatInvite(location.origin, invite),
  openNotes: openLocalNotes,
  openFirstLook: (team) => new FirstLook({ team, build: new URL(import.meta.url).pathname }),
  customers: { load: async () => (await import('./bridge/customers.ts')).customers },
  files: { load: () => import('./storage/open-files.ts') },
  keeping: { readRoom, askToPersist, onInstalled, sealBackup, openBackup, ...documents, folder: openBackupFolder() },
  openSession,
  fetchSession: fetchDesk,
});

const thisApp = new ThisApp();
thisApp.installBy(watchInstallation(window, surroundingsOf(window), (way) => (thisApp.way = way)));
thisApp.ask(takeLaunch({ location, history, referrer: document.referrer }));
followLaunches(window, { onWish: (wish) => thisApp.ask(wish), onFiles: (files) => waysIn.bringIn(files) });
thisApp.takeShared = async () => (await import('./platform/shared.ts')).takeShared(window);

const openPractice: OpenPractice = async (onLeave) => {
  const practice = await import('./practice/practice-app.ts');
  return practice.openPractice({ clock: systemClock, random: secureRandom, language: languageChoice.current, onLeave });
};

const target = document.querySelector('#app');
if (target === null) throw new Error('The page has no place for the app.');
const watchBrowser: WatchBrowser = async (changed) => (await import('./platform/doctor.ts')).watchBrowser(changed);
const isPracticeAsked = isPractice(location.search);
if (!isPracticeAsked) void app.start(readInviteFromAddress(location, history));
// Whoever presses or types will want a desk; until then the page stays as light as it came.
for (const hand of ['pointerdown', 'keydown']) addEventListener(hand, fetchDesk, { once: true });
// Not awaited here: a module that waits keeps the bundler from putting any two modules into one file.
const props = { app, thisApp, watchBrowser, openPractice, isPracticeAsked };
void languageChoice.start().then(() => mount(ShellApp, { target, props }));
void registerServiceWorker({
  onUpdate: (update) => (thisApp.update = update),
  onOffline: (state) => (thisApp.offline = state),
});
