// The log of a team that has worked for long: so many conversations of fifteen entries, most of them closed, as
// updates of Yjs of the size that a device stores. The same every time.

import type { Draft } from '../../src/domain/entry.ts';
import { asAgentId, asConversationId, asDeviceId, asWallMs, type AgentId } from '../../src/domain/ids.ts';
import { IMPORT_BATCH } from '../../src/domain/limits.ts';
import { Replica } from '../../src/replica/replica.ts';

export const ENTRIES_EACH = 15;
const WAITING = 300;
const HELD = 100;
const AGENTS = 12;
const MINUTE_MS = 60_000;
const WORDS =
  'the grinder jams on light roasts since Monday and we would like to know whether a part can be sent to Leeds';

const textOf = (conversation: number, entry: number): string => `${conversation}.${entry}: ${WORDS}`.slice(0, 90);

const agentOf = (index: number): AgentId => asAgentId(`bulk-agent-${String(index % AGENTS).padStart(2, '0')}`);

export const largeTeam = (conversations: number): readonly Uint8Array[] => {
  const updates: Uint8Array[] = [];
  let serial = 0;
  const token = (bytes: number): string => `${(serial += 1)}`.padStart(Math.ceil((bytes * 4) / 3), 'x');
  const replica = new Replica({ device: asDeviceId('bulk-device'), token });
  replica.doc.clientID = 1;
  replica.doc.on('update', (update: Uint8Array) => updates.push(update.slice()));
  const begun = Date.UTC(2026, 0, 5, 8);
  for (let index = 0; index < AGENTS; index += 1)
    replica.write(agentOf(index), [{ kind: 'joined', name: `Agent ${index}`, role: 'agent' }], asWallMs(begun));
  let batch: Draft[] = [];
  const flush = (at: number): void => {
    if (batch.length > 0) replica.write(agentOf(0), batch, asWallMs(at));
    batch = [];
  };
  for (let index = 0; index < conversations; index += 1) {
    if (batch.length + ENTRIES_EACH > IMPORT_BATCH) flush(begun + index * MINUTE_MS);
    batch.push(...draftsOf(index, index < WAITING ? 'waiting' : index < WAITING + HELD ? 'held' : 'closed', replica));
  }
  flush(begun + conversations * MINUTE_MS);
  return updates;
};

const draftsOf = (index: number, state: 'waiting' | 'held' | 'closed', replica: Replica): readonly Draft[] => {
  const conversation = asConversationId(`bulk-conversation-${index}`);
  const message = (entry: number): Draft => {
    return { kind: 'message', conversation, from: 'customer', text: textOf(index, entry) };
  };
  const opened: Draft = {
    kind: 'opened',
    conversation,
    channel: 'email',
    thread: `${index}`,
    customer: { key: `bulk-customer-${index % 4_000}`, name: `Customer ${index % 4_000}` },
    subject: `Question ${index} about an order`,
    priority: index % 20 === 0 ? 'high' : 'normal',
    skills: [],
  };
  if (state === 'waiting') return [opened, ...Array.from({ length: ENTRIES_EACH - 1 }, (_, entry) => message(entry))];
  const [assigned, picked] = [replica.newId(), replica.newId()];
  const reason = { rule: 'idle', load: 1, eligible: 4, nextBest: null } as const;
  const talk = Array.from({ length: ENTRIES_EACH - 5 }, (_, entry): Draft =>
    entry % 2 === 0 ? { kind: 'reply', conversation, base: picked, text: textOf(index, entry) } : message(entry),
  );
  const seen = 1 + talk.filter(({ kind }) => kind === 'message').length;
  const last: Draft =
    state === 'closed'
      ? { kind: 'closed', conversation, base: picked, seen }
      : { kind: 'note', conversation, text: 'Waits.' };
  return [
    opened,
    message(0),
    { kind: 'assigned', conversation, base: null, to: agentOf(0), round: 0, reason, id: assigned },
    { kind: 'pickedUp', conversation, base: assigned, id: picked },
    ...talk,
    last,
  ];
};
