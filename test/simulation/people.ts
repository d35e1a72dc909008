// What people do at their desks, by chance and by what they see: mostly what they should, sometimes
// anything else that the desk lets them do.

import { ownerOf, type Conversation } from '../../src/domain/conversation-state.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import type { Chance } from './chance.ts';
import { Customers } from './customers.ts';
import { writesNewerKind } from './newer-version.ts';
import type { Tab } from './tab.ts';
import type { World } from './world.ts';

/** An act: what is done, or null where there is nothing to do it to. */
type Act = (tab: Tab, chance: Chance, customers: Customers) => (() => void) | null;

const RECENT = 30;
/** With so many waiting, arrivals slow down and people finish. */
const MANY = 25;

const one = <T>(all: readonly T[], chance: Chance): T | null => (all.length === 0 ? null : chance.one(all));

const recent = (tab: Tab, chance: Chance, isFine: (conversation: Conversation) => boolean = () => true) =>
  one([...tab.replica.team.conversations.values()].slice(-RECENT).filter(isFine), chance);

const held = (tab: Tab, chance: Chance, state?: string) =>
  one(
    tab.replica.team.heldBy(tab.agent).filter((each) => state === undefined || each.state === state),
    chance,
  );

/** Mostly one's own, sometimes anybody's. */
const any = (tab: Tab, chance: Chance) => (chance.happens(0.8) ? held(tab, chance) : null) ?? recent(tab, chance);

const isOpen = (conversation: Conversation): boolean => conversation.state !== 'closed';

const arrive: Act = (tab, chance, customers) => {
  if (tab.sight.conversations.size > 60 && tab.replica.team.waiting(tab.profile.machine.wall()).length > MANY)
    return null;
  const conversation = customers.comes(chance);
  return () => tab.desk.openConversation(conversation);
};

const ACTS: Readonly<Record<string, readonly [weight: number, act: Act]>> = {
  arrive: [9, arrive],
  writeAgain: [
    12,
    (tab, chance, customers) => {
      const conversation = customers.writesAgain(chance);
      return conversation && (() => tab.desk.openConversation(conversation));
    },
  ],
  readAgain: [
    3,
    (tab, chance, customers) => {
      const conversation = customers.isReadAgain(chance);
      return conversation && (() => tab.desk.openConversation(conversation));
    },
  ],
  pickUp: [
    16,
    (tab, chance) => {
      const offer = held(tab, chance, 'assigned');
      return offer && (() => tab.desk.pickUp(offer.id));
    },
  ],
  reply: [
    22,
    (tab, chance) => {
      const conversation = held(tab, chance, 'active') ?? (chance.happens(0.3) ? recent(tab, chance, isOpen) : null);
      return conversation && (() => tab.desk.reply(conversation.id, 'It is on its way.'));
    },
  ],
  replyAnywhere: [2, (tab, chance) => act(recent(tab, chance), ({ id }) => tab.desk.reply(id, 'Hello again.'))],
  note: [3, (tab, chance) => act(any(tab, chance), ({ id }) => tab.desk.note(id, 'Calls at noon.'))],
  close: [11, (tab, chance) => act(held(tab, chance, 'active'), ({ id }) => tab.desk.close(id))],
  closeAnywhere: [1, (tab, chance) => act(recent(tab, chance, isOpen), ({ id }) => tab.desk.close(id))],
  transfer: [
    4,
    (tab, chance) => {
      const conversation = chance.happens(0.6) ? held(tab, chance) : recent(tab, chance, isOpen);
      const to = chance.one([...tab.replica.team.agents.keys(), tab.agent]);
      if (conversation === null || ownerOf(conversation) === to) return null;
      return () => tab.desk.transfer(conversation.id, to, chance.happens(0.3) ? 'Please.' : '');
    },
  ],
  takeOver: [3, (tab, chance) => act(recent(tab, chance, isOpen), ({ id }) => tab.desk.takeOver(id))],
  giveBack: [2, (tab, chance) => act(held(tab, chance), ({ id }) => tab.desk.returnToQueue(id))],
  ready: [5, (tab) => choose(tab, 'ready')],
  away: [2, (tab) => choose(tab, 'away')],
  say: [1, (tab) => () => tab.desk.say('team', 'Lunch?')],
  learn: [
    0.4,
    (tab, chance) => () => {
      const skills = chance.happens(0.6) ? ['tax'] : [];
      tab.replica.write(tab.agent, [{ kind: 'agentChanged', of: tab.agent, skills }], tab.profile.machine.wall());
    },
  ],
  settle: [
    0.2,
    (tab, chance) => () =>
      tab.desk.changeSettings({
        capacity: chance.between(2, 6),
        unpickedMax: chance.between(1, 4),
        pickupTimeoutMs: chance.happens(0.5) ? DEFAULT_SETTINGS.pickupTimeoutMs : chance.between(5_000, 40_000),
      }),
  ],
  newerKind: [2, (tab, chance) => (tab.profile.isNewer ? writesNewerKind(tab, chance, recent(tab, chance)) : null)],
};

const act = <T>(what: T | null, run: (what: T) => void) => what && (() => run(what));

const choose = (tab: Tab, intent: 'ready' | 'away') => () => tab.desk.chooseStatus(intent);

const TOTAL = Object.values(ACTS).reduce((sum, [weight]) => sum + weight, 0);
const TRIES = 8;

export class People {
  readonly #world: World;
  readonly #customers = new Customers();

  constructor(world: World) {
    this.#world = world;
  }

  /** Somebody who can does something. */
  act(chance: Chance): void {
    const usable = this.#world.profiles.filter(({ isUsable }) => isUsable);
    for (let tries = 0; tries < TRIES && usable.length > 0; tries += 1) {
      const tab = chance.one(chance.one(usable).tabs);
      const [name, [, prepare]] = this.#draw(chance);
      const run = tab.replica.team.agents.has(tab.agent) ? prepare(tab, chance, this.#customers) : null;
      if (run !== null) return this.#world.as(tab, name, run);
    }
  }

  #draw(chance: Chance): readonly [string, readonly [number, Act]] {
    let draw = chance.next() * TOTAL;
    for (const entry of Object.entries(ACTS)) {
      draw -= entry[1][0];
      if (draw < 0) return entry;
    }
    return ['arrive', [0, arrive]];
  }
}
