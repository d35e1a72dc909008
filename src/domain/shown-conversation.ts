// One conversation as it is handed out, made of what the fold knows. A class, because 125,000 of them are held: made
// by spreading and with a getter of its own, each was a dictionary of 1.5 kB; of one shape, it has a sixth of that.
// Keeps true: its entries stay those of when it was made, and are copied only if somebody reads them late.

import type { ConversationFacts } from './conversation-state.ts';
import type { ConversationEntry } from './entry.ts';
import type { GrowingList } from './growing-list.ts';

type Facts = Omit<ConversationFacts, 'entries'>;

export class ShownConversation implements ConversationFacts {
  readonly id: Facts['id'];
  readonly channel: Facts['channel'];
  readonly thread: Facts['thread'];
  readonly customer: Facts['customer'];
  readonly subject: Facts['subject'];
  readonly priority: Facts['priority'];
  readonly skills: Facts['skills'];
  readonly openedAt: Facts['openedAt'];
  readonly waitingSince: Facts['waitingSince'];
  readonly customerMessages: Facts['customerMessages'];
  readonly unansweredSince: Facts['unansweredSince'];
  readonly firstReplyAt: Facts['firstReplyAt'];
  readonly firstPickupAt: Facts['firstPickupAt'];
  readonly last: Facts['last'];
  readonly lastServed: Facts['lastServed'];
  readonly tags: Facts['tags'];
  readonly snooze: Facts['snooze'];
  readonly openedOrder: Facts['openedOrder'];
  readonly head: Facts['head'];
  readonly base: Facts['base'];
  readonly round: Facts['round'];
  readonly missed: Facts['missed'];
  readonly misses: Facts['misses'];
  readonly forks: Facts['forks'];
  readonly #list: GrowingList<ConversationEntry>;
  readonly #length: number;
  #entries: readonly ConversationEntry[] | null = null;

  constructor(facts: Facts, list: GrowingList<ConversationEntry>) {
    this.id = facts.id;
    this.channel = facts.channel;
    this.thread = facts.thread;
    this.customer = facts.customer;
    this.subject = facts.subject;
    this.priority = facts.priority;
    this.skills = facts.skills;
    this.openedAt = facts.openedAt;
    this.waitingSince = facts.waitingSince;
    this.customerMessages = facts.customerMessages;
    this.unansweredSince = facts.unansweredSince;
    this.firstReplyAt = facts.firstReplyAt;
    this.firstPickupAt = facts.firstPickupAt;
    this.last = facts.last;
    this.lastServed = facts.lastServed;
    this.tags = facts.tags;
    this.snooze = facts.snooze;
    this.openedOrder = facts.openedOrder;
    this.head = facts.head;
    this.base = facts.base;
    this.round = facts.round;
    this.missed = facts.missed;
    this.misses = facts.misses;
    this.forks = facts.forks;
    this.#list = list;
    this.#length = list.length;
  }

  get entries(): readonly ConversationEntry[] {
    this.#entries ??= this.#list.first(this.#length);
    return this.#entries;
  }
}
