// The connection doctor: what was read becomes steps in the order in which a connection comes about, each
// with what it means and what to do. Decides nothing about the connection itself. Names no secret.

import { isTurn } from '../domain/ice-server.ts';
import type { MeshPeer, MeshRefusal } from '../engine/ports.ts';
import { formatAgo, formatBytes, kindsOf, shownAddress, td } from './doctor-words.ts';
import type { DeviceLine, Diagnosis, DoctorReadings, RefusedLine, Step, StepLine, StepState } from './doctor-types.ts';
import { formatDuration, formatList } from './text.svelte.ts';

type Found = Omit<Step, 'id' | 'title' | 'lines'>;

const found = (state: StepState, text: string, todo: string | null = null): Found => ({ state, text, todo });

const step = (id: Step['id'], what: Found, lines: readonly StepLine[] = []): Step => ({
  id,
  title: td(`doctor.${id}`),
  ...what,
  lines,
});

const isConnected = ({ state }: MeshPeer): boolean => state === 'connected';

const simple = (id: 'secure' | 'webrtc' | 'network', isOk: boolean): Step =>
  step(id, isOk ? found('ok', td(`doctor.${id}Ok`)) : found('fail', td(`doctor.${id}Fail`), td(`doctor.${id}Todo`)));

const LOOPBACK = /^wss?:\/\/(?:localhost|127\.|\[::1\])/i;

const rendezvousStep = ({ mesh, browser }: DoctorReadings): Step => {
  const { rendezvous } = mesh;
  const lines = rendezvous.map(({ url, isConnected: isOk }) => ({
    isOk,
    label: shownAddress(url),
    text: td(isOk ? 'doctor.connected' : 'doctor.notConnected'),
  }));
  const up = lines.filter(({ isOk }) => isOk).length;
  if (lines.length === 0) {
    return step('rendezvous', found('fail', td('doctor.rendezvousNone'), td('doctor.rendezvousNoneTodo')));
  }
  if (up === lines.length) return step('rendezvous', found('ok', td('doctor.rendezvousOk')), lines);
  if (up > 0) return step('rendezvous', found('ok', td('doctor.rendezvousSome')), lines);
  const isMixed = browser.isHttps && rendezvous.every(({ url }) => /^ws:/i.test(url) && !LOOPBACK.test(url));
  const todo = td(isMixed ? 'doctor.rendezvousMixedTodo' : 'doctor.rendezvousTodo');
  const isHeld = mesh.peers.some(isConnected);
  const what = isHeld
    ? found('warn', td('doctor.rendezvousHeld'), todo)
    : found('fail', td('doctor.rendezvousFail'), todo);
  return step('rendezvous', what, lines);
};

const localStep = ({ browser, mesh }: DoctorReadings): Step => {
  if (browser.isLoopback) return step('local', found('ok', td('doctor.localHere')));
  switch (browser.localNetwork) {
    case 'granted':
      return step('local', found('ok', td('doctor.localOk')));
    case 'denied':
      return step('local', found('fail', td('doctor.localFail'), td('doctor.localTodo')));
    case 'prompt':
      // Whoever is connected needs no answer to a question that was not asked.
      return mesh.peers.some(isConnected)
        ? step('local', found('unknown', td('doctor.localPrompt')))
        : step('local', found('warn', td('doctor.localPrompt'), td('doctor.localPromptTodo')));
    case 'unknown':
      return step('local', found('unknown', td('doctor.localUnknown')));
  }
};

const pathsStep = ({ paths, servers }: DoctorReadings): Step => {
  if (paths === null) return step('paths', found('unknown', td('doctor.pathsLooking')));
  const kinds = kindsOf(paths);
  if (kinds === '') return step('paths', found('fail', td('doctor.pathsNone'), td('doctor.pathsNoneTodo')));
  const has = (type: string): boolean => paths.some((path) => path.type === type);
  if (servers.some(isTurn) && !has('relay')) {
    return step('paths', found('warn', td('doctor.pathsNoRelay', { kinds }), td('doctor.pathsNoRelayTodo')));
  }
  if (servers.length > 0 && !has('srflx') && !has('relay')) {
    return step('paths', found('warn', td('doctor.pathsNoOutside', { kinds }), td('doctor.pathsNoOutsideTodo')));
  }
  const text = servers.length === 0 ? td('doctor.pathsHost') : td('doctor.pathsAll', { kinds });
  return step('paths', found('ok', text));
};

const teamStep = ({ mesh, reach }: DoctorReadings): Step => {
  const connected = mesh.peers.filter(isConnected);
  const trying = mesh.peers.length - connected.length;
  if (connected.length === 0 && trying > 0) {
    return step('team', found('warn', td('doctor.teamTrying', { n: trying }), td('doctor.teamTryingTodo')));
  }
  const n = connected.length;
  if (n > 0) {
    const isSynced = connected.every((peer) => peer.isSynced && peer.pendingBytes === 0);
    return step('team', found('ok', td(isSynced ? 'doctor.teamOk' : 'doctor.teamSyncing', { n })));
  }
  if (reach.teammates === 0) return step('team', found('unknown', td('doctor.teamOnly')));
  return step('team', found('warn', td('doctor.teamNobody'), td('doctor.teamNobodyTodo')));
};

const nameOf = ({ ownerOf }: DoctorReadings, device: MeshPeer['device']): Pick<DeviceLine, 'person' | 'name'> => {
  const person = device === null ? null : ownerOf(device);
  if (person === null) return { person, name: td('doctor.unheard') };
  return { person, name: person.isMe ? td('doctor.mine') : person.name };
};

const deviceLine = (readings: DoctorReadings, peer: MeshPeer): DeviceLine => {
  const who = nameOf(readings, peer.device);
  const none = { received: '', sent: '', pending: '', sync: '', roundTrip: '', heard: '' };
  if (!isConnected(peer)) return { ...who, ...none, isConnected: false, path: td('doctor.connecting') };
  const { path, roundTripMs, lastHeardMs, receivedBytes, sentBytes, pendingBytes, isSynced } = peer;
  return {
    ...who,
    isConnected: true,
    path: path === null ? td('doctor.unknown') : td(`doctor.${path}`),
    roundTrip:
      roundTripMs === null ? td('doctor.unknown') : td('doctor.ms', { n: Math.max(1, Math.round(roundTripMs)) }),
    heard: lastHeardMs === null ? td('doctor.unknown') : formatAgo(lastHeardMs),
    received: formatBytes(receivedBytes),
    sent: formatBytes(sentBytes),
    pending: pendingBytes === 0 ? td('doctor.nothing') : formatBytes(pendingBytes),
    sync: td(isSynced ? 'doctor.synced' : 'doctor.exchanging'),
  };
};

const untilOf = ({ reason, backInMs }: MeshRefusal): string => {
  if (reason === 'newerVersion' || backInMs === null) return td('doctor.notCut');
  return backInMs <= 0 ? td('doctor.letInNow') : td('doctor.letIn', { time: formatDuration(backInMs) });
};

const refusedLine = (readings: DoctorReadings, refusal: MeshRefusal): RefusedLine => ({
  name: nameOf(readings, refusal.device).name,
  why: td(`doctor.${refusal.reason}`),
  until: untilOf(refusal),
  count: td('doctor.refusedCount', { n: refusal.count }),
});

const summaryOf = (steps: readonly Step[]): Pick<Diagnosis, 'state' | 'summary'> => {
  const count = (state: StepState): number => steps.filter((each) => each.state === state).length;
  if (count('fail') > 0) return { state: 'fail', summary: td('doctor.inTheWay', { n: count('fail') }) };
  if (count('warn') > 0) return { state: 'warn', summary: td('doctor.worthALook', { n: count('warn') }) };
  return { state: 'ok', summary: td('doctor.allWell') };
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
  const seen = { seen: reach.reachable, n: reach.teammates };
  const names = formatList(missing.map(({ name }) => name));
  return {
    ...summaryOf(steps),
    seen: reach.teammates === 0 ? td('doctor.alone') : td('doctor.sees', seen),
    steps,
    devices: mesh.peers.map((peer) => deviceLine(readings, peer)),
    through: mesh.reachableThrough === 0 ? '' : td('doctor.through', { n: mesh.reachableThrough }),
    notInReach: names === '' ? '' : td('doctor.notInReach', { names }),
    refused: mesh.refused.map((refusal) => refusedLine(readings, refusal)),
  };
};
