// The form "New conversation" while it is filled in (QU1).

import { MAX_NAME, MAX_SUBJECT, MAX_TEXT } from '../domain/limits.ts';
import type { NewConversation } from '../engine/desk-types.ts';
import { checkForm, type FormRefusal, type HandField, type HandForm } from '../intake/by-hand.ts';
import { formatNumber, t } from './text.svelte.ts';

const EMPTY: HandForm = { customer: '', subject: '', message: '', channel: 'phone', priority: 'normal', skills: [] };
const MOST: Readonly<Record<HandField, number>> = {
  customer: MAX_NAME,
  subject: MAX_SUBJECT,
  message: MAX_TEXT,
  channel: MAX_NAME,
  priority: MAX_NAME,
};

/** Talks, whose length counts; a letter has none. */
const isTalk = (channel: string): channel is 'phone' | 'counter' => channel === 'phone' || channel === 'counter';

const digits = (value: number): string => String(value).padStart(2, '0');

/** "4:07", "1:02:30": a clock that runs. */
const running = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const [h, m, s] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h === 0 ? `${m}:${digits(s)}` : `${h}:${digits(m)}:${digits(s)}`;
};

export class NewConversationForm {
  fields = $state({ ...EMPTY });
  #refusals: readonly FormRefusal[] = $state.raw([]);
  #openedAt: number | null = $state(null);

  /** The sentence under a field; undefined where it is right, or was not checked yet. */
  problemOf(field: HandField): string | undefined {
    const reason = this.#refusals.find((refusal) => refusal.field === field)?.reason;
    return reason === undefined ? undefined : t(`new.problem.${reason}`, { max: formatNumber(MOST[field]) });
  }

  /** Null where a field is not right; each says why. */
  check(now: number): NewConversation | null {
    const checked = checkForm(this.fields);
    this.#refusals = checked.ok ? [] : checked.refusals;
    if (!checked.ok) return null;
    const lasted = this.#lasted(now);
    return lasted === null ? checked.conversation : { ...checked.conversation, lasted };
  }

  /** The talk began when the form was opened; one that was shut with words in it goes on. */
  open(now: number, draft: { readonly subject: string; readonly text: string } | null): void {
    const { customer, subject, message } = this.fields;
    const isBlank = `${customer}${subject}${message}`.trim() === '';
    if (this.#openedAt === null || isBlank) this.#openedAt = now;
    if (draft === null) return;
    this.fields.subject = subject.trim() === '' ? draft.subject : subject;
    this.fields.message = message.trim() === '' ? draft.text : `${message}\n\n${draft.text}`;
    // Nobody speaks while they paste.
    if (isBlank) this.fields.channel = 'other';
  }

  /** "Call so far: 4:07"; undefined where nobody speaks. */
  timerText(now: number): string | undefined {
    const lasted = this.#lasted(now);
    const { channel } = this.fields;
    return lasted === null || !isTalk(channel) ? undefined : t(`new.timer.${channel}`, { time: running(lasted) });
  }

  #lasted(now: number): number | null {
    return this.#openedAt === null || !isTalk(this.fields.channel) ? null : Math.max(0, now - this.#openedAt);
  }

  forgetProblems(): void {
    this.#refusals = [];
  }

  empty(): void {
    this.fields = { ...EMPTY };
    this.#refusals = [];
    this.#openedAt = null;
  }
}
