// What people did in a stretch of time, taken out of the record so that it can be done again: when
// customers came and wrote, when agents were there and Ready, how long each conversation lay before
// it was picked up, how long until the reply, and how long it was in hand. What the dispatcher did
// is left out: the re-run does that anew.

import { ConversationFold } from '../domain/conversation-fold.ts';
import type { Conversation } from '../domain/conversation-state.ts';
import type { ConversationId } from '../domain/ids.ts';
import { DEFAULT_SETTINGS, type Settings } from '../domain/settings.ts';
import { ReplayCursor } from './replay-cursor.ts';
import { agentsAt, begin, learn, type Making } from './replay-learning.ts';
import type { TimedEntry } from './replay-order.ts';
import type { Script, ScriptedAct } from './replay-script-types.ts';
import type { Replay, ReplayStep } from './replay.ts';

const USUAL_PICK_MS = 10_000;

const medianOf = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >>> 1] ?? null;
};

const actOf = ({ at, entry }: ReplayStep): ScriptedAct | null => {
  if (entry.kind === 'login' || entry.kind === 'logout') return { at, agent: entry.agent, kind: entry.kind };
  // RE6: what the dispatcher chose for somebody, it chooses anew.
  return entry.kind === 'status' && entry.by === 'person' ? { at, agent: entry.of, kind: entry.intent } : null;
};

/** Changes or entries looked at between two looks at the clock. */
const STEP = 2_000;

export class ScriptWriter {
  readonly #replay: Replay;
  readonly #from: number;
  readonly #to: number;
  readonly #making = new Map<ConversationId, Making>();
  readonly #acts: ScriptedAct[] = [];
  readonly #folds = new Map<ConversationId, ConversationFold>();
  readonly #changes: { at: number; patch: Partial<Settings> }[] = [];
  readonly #recorded: Conversation[] = [];
  #unread: Iterator<ConversationFold> | null = null;
  #settings: Settings | null = null;
  /** Which change comes next, and which lies behind the end. */
  #next = 0;
  #last = 0;
  #done = 0;

  constructor(replay: Replay, from: number, to: number) {
    this.#replay = replay;
    this.#from = from;
    this.#to = to;
  }

  /** True once `result` can be read. */
  step(): boolean {
    if (this.#settings === null) this.#settings = this.#start();
    else if (this.#next < this.#last) this.#readSteps();
    else if (this.#done < this.#replay.entries.length) this.#readEntries();
    else return this.#readFolds();
    return false;
  }

  result(): Script {
    const conversations = [...this.#making.values()];
    const picks = conversations.flatMap(({ turns }) => turns.flatMap(({ pickMs }) => pickMs ?? []));
    return {
      from: this.#from,
      to: this.#to,
      settings: this.#settings ?? DEFAULT_SETTINGS,
      changes: this.#changes,
      agents: agentsAt(this.#replay, this.#from),
      acts: this.#acts,
      conversations,
      usualPickMs: medianOf(picks) ?? USUAL_PICK_MS,
      recorded: this.#recorded,
    };
  }

  /** What was open at the beginning; gives back the settings of then. */
  #start(): Settings {
    const cursor = new ReplayCursor(this.#replay.steps);
    const start = cursor.moment(this.#from - 1);
    for (const shown of [...start.waiting, ...start.held]) {
      const heldBy = shown.state === 'active' ? shown.owner : null;
      this.#making.set(shown.id, begin(shown, this.#from, heldBy, false));
    }
    this.#next = cursor.indexAt(this.#from - 1);
    this.#last = cursor.indexAt(this.#to - 1);
    return start.settings;
  }

  #readSteps(): void {
    const end = Math.min(this.#next + STEP, this.#last);
    for (; this.#next < end; this.#next += 1) {
      const step = this.#replay.steps[this.#next];
      if (step !== undefined) this.#takeStep(step);
    }
  }

  #readEntries(): void {
    const end = Math.min(this.#done + STEP, this.#replay.entries.length);
    for (; this.#done < end; this.#done += 1) {
      const timed = this.#replay.entries[this.#done];
      if (timed !== undefined && timed.at < this.#to) this.#takeEntry(timed);
    }
  }

  /** How the conversations that came in this time stood at its end. True once all were read. */
  #readFolds(): boolean {
    this.#unread ??= this.#folds.values();
    for (let count = 0; count < STEP / 4; count += 1) {
      const next = this.#unread.next();
      if (next.done === true) return true;
      const current = next.value.current();
      if (current === null || current.openedAt < this.#from) continue;
      this.#recorded.push(current);
      this.#learnReply(current);
    }
    return false;
  }

  #takeStep(step: ReplayStep): void {
    const act = actOf(step);
    if (act !== null) this.#acts.push(act);
    const shown = step.conversation?.after ?? step.conversation?.before;
    if (shown === undefined) return;
    const known = this.#making.get(shown.id);
    if (known !== undefined) return learn(known, step);
    const fresh = begin(shown, step.at, null, true);
    this.#making.set(shown.id, fresh);
    learn(fresh, step);
  }

  #takeEntry({ at, entry }: TimedEntry): void {
    if (at >= this.#from && entry.kind === 'settings') this.#changes.push({ at, patch: entry.patch });
    if (!('conversation' in entry)) return;
    const making = this.#making.get(entry.conversation);
    if (making === undefined) return;
    if (entry.kind === 'message' && entry.from === 'customer' && at > making.comesAt) making.messages.push(at);
    if (!making.isFresh) return;
    const fold = this.#folds.get(entry.conversation) ?? new ConversationFold(entry.conversation);
    this.#folds.set(entry.conversation, fold);
    fold.add(entry);
  }

  #learnReply({ id, firstReplyAt, firstPickupAt }: Conversation): void {
    const turn = this.#making.get(id)?.turns[0];
    if (turn === undefined || firstReplyAt === null || firstPickupAt === null) return;
    turn.replyMs = Math.max(0, firstReplyAt - firstPickupAt);
  }
}
