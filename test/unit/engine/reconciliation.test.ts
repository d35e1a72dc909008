// Two halves of a team that each served the same customers: what is listed once they meet again.

import { beforeAll, describe, expect, test } from 'vitest';

import { asAgentId, type ConversationId } from '../../../src/domain/ids.ts';
import { isConcerned, readReconciliation, type ReconciliationItem } from '../../../src/view/reconciliation.ts';
import { SmallWorld, type Peer } from '../../support/small-world.ts';

const TOGETHER_MS = 1_000;
/** Until the others count as gone, and their offers can be taken back. */
const APART_MS = 90_000;
const COUNT = 20;

const itemsOf = (peer: Peer): readonly ReconciliationItem[] =>
  [...peer.replica.team.conversations.values()].flatMap((each) => readReconciliation(each) ?? []);

const shown = ({ conversation, sides, keeper, because }: ReconciliationItem): string => {
  const did = sides.map(({ agent, acts }) => `${agent} ${acts.map((act) => act.kind).join(' and ')}`);
  return `${conversation.subject}: ${did.join(', ')}; ${keeper ?? 'nobody'} keeps it, ${because}`;
};

/** Whoever of an island was given it answers it. */
const answer = (island: readonly Peer[], id: ConversationId, text: string): void => {
  const owner = island.find((peer) => peer.state(id).endsWith(` ${peer.agent}`));
  const peer = owner ?? island[0];
  if (peer === undefined) throw new Error('An island has somebody.');
  const replied = peer.desk.reply(id, text);
  if (!replied.ok) throw new Error(replied.reason);
};

describe('twenty conversations answered on both sides', () => {
  let world: SmallWorld;
  let peers: Peer[];
  let ids: ConversationId[];

  beforeAll(() => {
    world = new SmallWorld(7);
    peers = world.team({ hana: 'ready', ines: 'ready', jonas: 'ready', wei: 'ready' });
    const [hana, ines, jonas, wei] = peers as [Peer, Peer, Peer, Peer];
    for (const peer of peers) peer.desk.changeSettings({ capacity: 50, unpickedMax: 50 });
    world.advance(TOGETHER_MS);
    for (const peer of peers) peer.desk.chooseStatus('away');
    world.advance(TOGETHER_MS);
    ids = Array.from({ length: COUNT }, (_, index) => hana.opens({ subject: `Question ${index + 1}` }));
    world.advance(TOGETHER_MS);
    world.network.cut([hana, ines], [jonas, wei]);
    for (const peer of peers) peer.desk.chooseStatus('ready');
    world.advance(APART_MS);
    for (const [index, id] of ids.entries()) {
      answer([hana, ines], id, `This side says ${index + 1}`);
      world.advance(500);
      answer([jonas, wei], id, `That side says ${index + 1}`);
      world.advance(500);
    }
    world.network.heal();
    world.advance(30_000);
  });

  test('[CO5] all twenty are listed, on every device alike, with both replies', () => {
    const lists = peers.map((peer) => itemsOf(peer).map(shown).sort());
    expect(lists[0]).toHaveLength(COUNT);
    for (const list of lists) expect(list).toEqual(lists[0]);
    for (const item of itemsOf(peers[0] as Peer)) {
      const texts = item.sides.flatMap(({ acts }) => acts.flatMap((act) => (act.kind === 'reply' ? [act.text] : [])));
      expect(texts.map((text) => text.slice(0, 9)).sort()).toEqual(['That side', 'This side']);
      expect(item.isAnsweredTwice).toBe(true);
    }
  });

  test('[CO5] [CO6] each has one keeper, the one who answered last, and no reply is missing', () => {
    for (const peer of peers) {
      for (const { keeper, because, winner, conversation } of itemsOf(peer)) {
        expect(because).toBe('answeredLast');
        expect(keeper).toBe(winner.agent);
        expect(conversation.entries.filter((entry) => entry.kind === 'reply')).toHaveLength(2);
      }
    }
  });

  test('[CO5] a hand-over to the other side settles it, and is told as what was done since', () => {
    const [hana] = peers as [Peer];
    const item = itemsOf(hana)[0] as ReconciliationItem;
    const other = item.sides.find(({ agent }) => agent !== item.keeper)?.agent ?? asAgentId('');
    expect(hana.desk.transfer(item.conversation.id, other, '').ok).toBe(true);
    world.advance(TOGETHER_MS);
    for (const peer of peers) {
      const after = itemsOf(peer).find(({ conversation }) => conversation.id === item.conversation.id);
      expect(after?.keeper).toBe(other);
      expect(after?.since?.kind).toBe('transferred');
      expect(after?.mark).toBe(item.mark);
    }
  });
});

describe('who is told', () => {
  test('[CO5] writer, receiver and holder, and supervisors of all; nobody else', () => {
    const world = new SmallWorld(3);
    const [hana, jonas, wei, priya] = world.team({ hana: null, jonas: null, wei: null, priya: null }) as [
      Peer,
      Peer,
      Peer,
      Peer,
    ];
    const id = hana.opens();
    world.advance(TOGETHER_MS);
    world.network.cut([hana], [jonas, wei, priya]);
    jonas.desk.transfer(id, wei.agent, 'Yours');
    hana.desk.reply(id, 'Mine');
    world.advance(TOGETHER_MS);
    world.network.heal();
    world.advance(TOGETHER_MS);
    const told = (): readonly boolean[] => {
      const item = readReconciliation(priya.sees(id));
      if (item === null) throw new Error('It crossed.');
      expect(isConcerned(item, priya.agent, 'supervisor')).toBe(true);
      return [hana, jonas, wei, priya].map(({ agent }) => isConcerned(item, agent, 'agent'));
    };
    expect(priya.state(id)).toBe('active hana');
    expect(told()).toEqual([true, true, true, false]);
    hana.desk.transfer(id, priya.agent, '');
    world.advance(TOGETHER_MS);
    expect(told()).toEqual([true, true, true, true]);
  });

  test('[CO5] with how each came to hold it, not only with the acts that met', () => {
    const world = new SmallWorld(9);
    const [hana, jonas] = world.team({ hana: null, jonas: null }) as [Peer, Peer];
    const id = hana.opens();
    world.advance(TOGETHER_MS);
    world.network.cut([hana], [jonas]);
    jonas.desk.reply(id, 'Mine');
    hana.desk.takeOver(id);
    hana.desk.close(id);
    world.network.heal();
    world.advance(TOGETHER_MS);
    const sides = readReconciliation(hana.sees(id))?.sides.map(({ agent, acts }) => [
      agent,
      acts.map(({ kind }) => kind),
    ]);
    expect(Object.fromEntries(sides ?? [])).toEqual({ hana: ['taken', 'closed'], jonas: ['taken', 'reply'] });
  });

  test('what was done by one after the other has crossed nothing', () => {
    const world = new SmallWorld(4);
    const [hana, jonas] = world.team({ hana: null, jonas: null }) as [Peer, Peer];
    const id = hana.opens();
    hana.desk.takeOver(id);
    world.advance(TOGETHER_MS);
    jonas.desk.takeOver(id);
    world.advance(TOGETHER_MS);
    expect(readReconciliation(hana.sees(id))).toBeNull();
  });
});
