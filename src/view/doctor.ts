// The connection doctor: what was read becomes steps in the order in which a connection comes about, each
// with what it means and what to do. Decides nothing about the connection itself. Names no secret.

import { isTurn } from '../domain/ice-server.ts';
import type { MeshPeer, MeshRefusal } from '../engine/ports.ts';
import { formatAgo, formatBytes, kindsOf, shownAddress } from './doctor-words.ts';
import type { DeviceLine, Diagnosis, DoctorReadings, RefusedLine, Step, StepLine, StepState } from './doctor-types.ts';
import { formatDuration, formatList, t } from './text.svelte.ts';

type Found = Omit<Step, 'id' | 'title' | 'lines'>;

const found = (state: StepState, text: string, todo: string | null = null): Found => ({ state, text, todo });

const step = (id: Step['id'], what: Found, lines: readonly StepLine[] = []): Step => ({
  id,
  title: t(`doctor.${id}`),
  ...what,
  lines,
});

const isConnected = ({ state }: MeshPeer): boolean => state === 'connected';

const simple = (id: 'secure' | 'webrtc' | 'network', isOk: boolean): Step =>
  step(id, isOk ? found('ok', t(`doctor.${id}Ok`)) : found('fail', t(`doctor.${id}Fail`), t(`doctor.${id}Todo`)));

const LOOPBACK = /^wss?:\/\/(?:localhost|127\.|\[::1\])/i;

const rendezvousStep = ({ mesh, browser }: DoctorReadings): Step => {
  const { rendezvous } = mesh;
  const lines = rendezvous.map(({ url, isConnected: isOk }) => ({
    isOk,
    label: shownAddress(url),
    text: t(isOk ? 'doctor.connected' : 'doctor.notConnected'),
  }));
  const up = lines.filter(({ isOk }) => isOk).length;
  if (lines.length === 0) {
    return step('rendezvous', found('fail', t('doctor.rendezvousNone'), t('doctor.rendezvousNoneTodo')));
  }
  if (up === lines.length) return step('rendezvous', found('ok', t('doctor.rendezvousOk')), lines);
  if (up > 0) return step('rendezvous', found('ok', t('doctor.rendezvousSome')), lines);
  const isMixed = browser.isHttps && rendezvous.every(({ url }) => /^ws:/i.test(url) && !LOOPBACK.test(url));
  const todo = t(isMixed ? 'doctor.rendezvousMixedTodo' : 'doctor.rendezvousTodo');
  const isHeld = mesh.peers.some(isConnected);
  const what = isHeld
    ? found('warn', t('doctor.rendezvousHeld'), todo)
    : found('fail', t('doctor.rendezvousFail'), todo);
  return step('rendezvous', what, lines);
};

const localStep = ({ browser, mesh }: DoctorReadings): Step => {
  if (browser.isLoopback) return step('local', found('ok', t('doctor.localHere')));
  switch (browser.localNetwork) {
    case 'granted':
      return step('local', found('ok', t('doctor.localOk')));
    case 'denied':
      return step('local', found('fail', t('doctor.localFail'), t('doctor.localTodo')));
    case 'prompt':
      // Whoever is connected needs no answer to a question that was not asked.
      return mesh.peers.some(isConnected)
        ? step('local', found('unknown', t('doctor.localPrompt')))
        : step('local', found('warn', t('doctor.localPrompt'), t('doctor.localPromptTodo')));
    case 'unknown':
      return step('local', found('unknown', t('doctor.localUnknown')));
  }
};

const pathsStep = ({ paths, servers }: DoctorReadings): Step => {
  if (paths === null) return step('paths', found('unknown', t('doctor.pathsLooking')));
  const kinds = kindsOf(paths);
  if (kinds === '') return step('paths', found('fail', t('doctor.pathsNone'), t('doctor.pathsNoneTodo')));
  const has = (type: string): boolean => paths.some((path) => path.type === type);
  if (servers.some(isTurn) && !has('relay')) {
    return step('paths', found('warn', t('doctor.pathsNoRelay', { kinds }), t('doctor.pathsNoRelayTodo')));
  }
  if (servers.length > 0 && !has('srflx') && !has('relay')) {
    return step('paths', found('warn', t('doctor.pathsNoOutside', { kinds }), t('doctor.pathsNoOutsideTodo')));
  }
  const text = servers.length === 0 ? t('doctor.pathsHost') : t('doctor.pathsAll', { kinds });
  return step('paths', found('ok', text));
};

const teamStep = ({ mesh, reach }: DoctorReadings): Step => {
  const connected = mesh.peers.filter(isConnected);
  const trying = mesh.peers.length - connected.length;
  if (connected.length === 0 && trying > 0) {
    return step('team', found('warn', t('doctor.teamTrying', { n: trying }), t('doctor.teamTryingTodo')));
  }
  const n = connected.length;
  if (n > 0) {
    const isSynced = connected.every((peer) => peer.isSynced && peer.pendingBytes === 0);
    return step('team', found('ok', t(isSynced ? 'doctor.teamOk' : 'doctor.teamSyncing', { n })));
  }
  if (reach.teammates === 0) return step('team', found('unknown', t('doctor.teamOnly')));
  return step('team', found('warn', t('doctor.teamNobody'), t('doctor.teamNobodyTodo')));
};

const nameOf = ({ ownerOf }: DoctorReadings, device: MeshPeer['device']): Pick<DeviceLine, 'person' | 'name'> => {
  const person = device === null ? null : ownerOf(device);
  if (person === null) return { person, name: t('doctor.unheard') };
  return { person, name: person.isMe ? t('doctor.mine') : person.name };
};

const deviceLine = (readings: DoctorReadings, peer: MeshPeer): DeviceLine => {
  const who = nameOf(readings, peer.device);
  const none = { received: '', sent: '', pending: '', sync: '', roundTrip: '', heard: '' };
  if (!isConnected(peer)) return { ...who, ...none, isConnected: false, path: t('doctor.connecting') };
  const { path, roundTripMs, lastHeardMs, receivedBytes, sentBytes, pendingBytes, isSynced } = peer;
  return {
    ...who,
    isConnected: true,
    path: path === null ? t('doctor.unknown') : t(`doctor.${path}`),
    roundTrip: roundTripMs === null ? t('doctor.unknown') : t('doctor.ms', { n: Math.max(1, Math.round(roundTripMs)) }),
    heard: lastHeardMs === null ? t('doctor.unknown') : formatAgo(lastHeardMs),
    received: formatBytes(receivedBytes),
    sent: formatBytes(sentBytes),
    pending: pendingBytes === 0 ? t('doctor.nothing') : formatBytes(pendingBytes),
    sync: t(isSynced ? 'doctor.synced' : 'doctor.exchanging'),
  };
};

const untilOf = ({ reason, backInMs }: MeshRefusal): string => {
  if (reason === 'newerVersion' || backInMs === null) return t('doctor.notCut');
  return backInMs <= 0 ? t('doctor.letInNow') : t('doctor.letIn', { time: formatDuration(backInMs) });
};

const refusedLine = (readings: DoctorReadings, refusal: MeshRefusal): RefusedLine => ({
  name: nameOf(readings, refusal.device).name,
  why: t(`doctor.${refusal.reason}`),
  until: untilOf(refusal),
  count: t('doctor.refusedCount', { n: refusal.count }),
});

const seenOf = ({ reachable, teammates }: DoctorReadings['reach']): string => {
  if (teammates === null) return t('doctor.newcomer');
  return teammates === 0 ? t('doctor.alone') : t('doctor.sees', { seen: reachable, n: teammates });
};

const summaryOf = (steps: readonly Step[]): Pick<Diagnosis, 'state' | 'summary'> => {
  const count = (state: StepState): number => steps.filter((each) => each.state === state).length;
  if (count('fail') > 0) return { state: 'fail', summary: t('doctor.inTheWay', { n: count('fail') }) };
  if (count('warn') > 0) return { state: 'warn', summary: t('doctor.worthALook', { n: count('warn') }) };
  return { state: 'ok', summary: t('doctor.allWell') };
};

export const diagnose = (readings: DoctorReadings): Diagnosis => {
  const { browser, mesh, reach, missing } = readings;
  const steps = [
    simple('secure', browser.isSecureContext),
    simple('webrtc', browser.hasWebrtc),
    simple('network', browser.isOnline),
    rendezvousStep(readings),
    localStep(readings),
    pathsStep(readings),
    teamStep(readings),
  ];
  const names = formatList(missing.map(({ name }) => name));
  return {
    ...summaryOf(steps),
    seen: seenOf(reach),
    steps,
    devices: mesh.peers.map((peer) => deviceLine(readings, peer)),
    through: mesh.reachableThrough === 0 ? '' : t('doctor.through', { n: mesh.reachableThrough }),
    notInReach: names === '' ? '' : t('doctor.notInReach', { names }),
    refused: mesh.refused.map((refusal) => refusedLine(readings, refusal)),
  };
};
