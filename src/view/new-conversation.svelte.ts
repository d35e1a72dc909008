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

export class NewConversationForm {
  fields = $state({ ...EMPTY });
  #refusals: readonly FormRefusal[] = $state.raw([]);

  /** The sentence under a field; undefined where it is right, or was not checked yet. */
  problemOf(field: HandField): string | undefined {
    const reason = this.#refusals.find((refusal) => refusal.field === field)?.reason;
    return reason === undefined ? undefined : t(`new.problem.${reason}`, { max: formatNumber(MOST[field]) });
  }

  /** Null where a field is not right; each says why. */
  check(): NewConversation | null {
    const checked = checkForm(this.fields);
    this.#refusals = checked.ok ? [] : checked.refusals;
    return checked.ok ? checked.conversation : null;
  }

  forgetProblems(): void {
    this.#refusals = [];
  }

  empty(): void {
    this.fields = { ...EMPTY };
    this.#refusals = [];
  }
}
