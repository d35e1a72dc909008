// What crossing acts cost people, counted once all have gathered, so that a better rule for them can be
// told from a worse one: acts that whoever stands at the end never saw, answered work that a late
// device took, closed work that somebody owns again, conversations offered or answered twice.

import type { RoutingEntry } from '../../src/domain/entry.ts';
import type { Truth } from './ledger.ts';
import type { Reading } from './reference.ts';
import type { Tab } from './tab.ts';

export interface Toll {
  conversations: number;
  unseenActs: number;
  lateTakes: number;
  reowned: number;
  offeredTwice: number;
  answeredTwice: number;
  /** From coming in to the first pick-up, in simulated time, of those that were picked up. */
  waitedMs: number;
  pickedUp: number;
}

const ACTS: readonly string[] = ['pickedUp', 'taken', 'transferred', 'returned', 'closed', 'reply', 'unknownRouting'];

/** Written without knowing of each other. */
const areApart = (a: Truth, b: Truth): boolean => a !== b && !a.past.has(b) && !b.past.has(a);

const count = (toll: Toll, truths: readonly Truth[], ownerAtEnd: Reading['owner'], headId: string | null): void => {
  const honest = truths.filter(({ isHonest }) => isHonest);
  const head = honest.find(({ entry }) => entry.id === headId);
  const acts = honest.filter(({ entry }) => ACTS.includes(entry.kind));
  const replies = acts.filter(({ entry }) => entry.kind === 'reply');
  toll.conversations += 1;
  countWait(toll, honest);
  const offers = honest.filter(({ entry }) => entry.kind === 'assigned');
  const isForOthers = (a: Truth, b: Truth): boolean =>
    (a.entry as RoutingEntry & { to: string }).to !== (b.entry as RoutingEntry & { to: string }).to;
  if (offers.some((a) => offers.some((b) => areApart(a, b) && isForOthers(a, b)))) toll.offeredTwice += 1;
  if (replies.some((a) => replies.some((b) => a.entry.agent !== b.entry.agent && areApart(a, b))))
    toll.answeredTwice += 1;
  if (head === undefined) return;
  const unseen = acts.filter((act) => areApart(act, head));
  toll.unseenActs += unseen.length;
  if (ownerAtEnd === null) return;
  if (unseen.some(({ entry }) => entry.kind === 'reply' && entry.agent !== ownerAtEnd)) toll.lateTakes += 1;
  if (unseen.some(({ entry }) => entry.kind === 'closed')) toll.reowned += 1;
};

const countWait = (toll: Toll, honest: readonly Truth[]): void => {
  const opened = honest.find(({ entry }) => entry.kind === 'opened');
  const pickUp = honest.find(({ entry }) => entry.kind === 'pickedUp' || entry.kind === 'taken');
  if (opened === undefined || pickUp === undefined) return;
  toll.pickedUp += 1;
  toll.waitedMs += Math.max(0, pickUp.at - opened.at);
};

/** By what the desk itself shows at the end, so that another rule of the fold is counted by its own. */
export const tollOf = ({ sight, replica }: Tab): Toll => {
  const toll: Toll = {
    conversations: 0,
    unseenActs: 0,
    lateTakes: 0,
    reowned: 0,
    offeredTwice: 0,
    answeredTwice: 0,
    waitedMs: 0,
    pickedUp: 0,
  };
  for (const [id, { truths }] of sight.conversations) {
    const conversation = replica.team.conversations.get(id);
    if (conversation === undefined) continue;
    count(toll, truths, 'owner' in conversation ? conversation.owner : null, conversation.base);
  }
  return toll;
};
