// A place in a replay: moved to any moment, it reads what was open, who held it and who was there. Goes
// from where it stands or from the nearest checkpoint, whichever is nearer, so that a jump across
// 60,000 entries costs no more than a few thousand changes.

import type { AgentId, ConversationId, WallMs } from '../domain/ids.ts';
import { inQueueOrder } from '../domain/queue.ts';
import { DEFAULT_SETTINGS, type Settings } from '../domain/settings.ts';
import type { ReplayedAgent, ReplayedConversation, ReplayStep } from './replay.ts';

const BETWEEN = 4_000;

interface State {
  readonly conversations: Map<ConversationId, ReplayedConversation>;
  readonly agents: Map<AgentId, ReplayedAgent>;
  settings: Settings;
}

export interface Moment {
  readonly at: number;
  /** Waiting, in queue order. */
  readonly waiting: readonly ReplayedConversation[];
  /** Assigned and in progress, the longest held first. */
  readonly held: readonly ReplayedConversation[];
  readonly agents: readonly ReplayedAgent[];
  readonly settings: Settings;
  /** The last thing that happened. */
  readonly last: ReplayStep | null;
}

const copyOf = ({ conversations, agents, settings }: State): State => {
  return { conversations: new Map(conversations), agents: new Map(agents), settings };
};

const put = <K, V extends { readonly id: K }>(
  map: Map<K, V>,
  { from, to }: { readonly from: V | undefined; readonly to: V | undefined },
): void => {
  if (to !== undefined) map.set(to.id, to);
  else if (from !== undefined) map.delete(from.id);
};

export class ReplayCursor {
  readonly #steps: readonly ReplayStep[];
  readonly #checkpoints: State[] = [];
  #state: State = { conversations: new Map(), agents: new Map(), settings: DEFAULT_SETTINGS };
  /** How many steps are put on. */
  #index = 0;

  constructor(steps: readonly ReplayStep[]) {
    this.#steps = steps;
    this.#checkpoints.push(copyOf(this.#state));
  }

  /** How many steps lie at or before that moment. */
  indexAt(at: number): number {
    let low = 0;
    let high = this.#steps.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#steps[middle]?.at ?? Number.POSITIVE_INFINITY) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  moment(at: number): Moment {
    this.seek(this.indexAt(at));
    const { conversations, agents, settings } = this.#state;
    const open = [...conversations.values()];
    const waiting = open.filter(({ state }) => state === 'waiting');
    return {
      at,
      waiting: inQueueOrder(waiting, settings, at as WallMs),
      held: open.filter(({ owner }) => owner !== null).sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1)),
      agents: [...agents.values()],
      settings,
      last: this.#steps[this.#index - 1] ?? null,
    };
  }

  /** Puts the first `index` steps on, and no others. Gives back how many changes that took. */
  seek(index: number): number {
    const nearest = Math.min(Math.floor(index / BETWEEN), this.#checkpoints.length - 1);
    const checkpoint = this.#checkpoints[nearest];
    if (checkpoint !== undefined && Math.abs(index - nearest * BETWEEN) < Math.abs(index - this.#index)) {
      this.#state = copyOf(checkpoint);
      this.#index = nearest * BETWEEN;
    }
    const cost = Math.abs(index - this.#index);
    while (this.#index < index) this.#forward();
    while (this.#index > index) this.#back();
    return cost;
  }

  #forward(): void {
    const step = this.#steps[this.#index];
    this.#index += 1;
    if (step === undefined) return;
    const { conversation, agents, settings } = step;
    if (conversation !== null) put(this.#state.conversations, { from: conversation.before, to: conversation.after });
    for (const { before, after } of agents) put(this.#state.agents, { from: before, to: after });
    if (settings?.after !== undefined) this.#state.settings = settings.after;
    if (this.#index === this.#checkpoints.length * BETWEEN) this.#checkpoints.push(copyOf(this.#state));
  }

  #back(): void {
    this.#index -= 1;
    const step = this.#steps[this.#index];
    if (step === undefined) return;
    const { conversation, agents, settings } = step;
    if (conversation !== null) put(this.#state.conversations, { from: conversation.after, to: conversation.before });
    for (const { before, after } of agents) put(this.#state.agents, { from: after, to: before });
    if (settings?.before !== undefined) this.#state.settings = settings.before;
  }
}
