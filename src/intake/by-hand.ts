// The form "New conversation": five fields become one waiting conversation, or each field that is
// not right gets its reason. Two conversations of one customer belong together by the name as it
// was typed, case and spacing aside: by hand there is nothing better to know a customer by.

import type { Priority } from '../domain/entry.ts';
import { MAX_NAME, MAX_SUBJECT, MAX_TEXT } from '../domain/limits.ts';
import type { NewConversation } from '../engine/desk-types.ts';
import type { FormReason, Intake, IntakeItem } from './intake.ts';
import { wellFormed } from './well-formed.ts';

export interface HandForm {
  readonly customer: string;
  readonly channel: string;
  readonly subject: string;
  readonly message: string;
  readonly priority: string;
  readonly skills: readonly string[];
}

export type HandField = Exclude<keyof HandForm, 'skills'>;

export interface FormRefusal {
  readonly field: HandField;
  readonly reason: FormReason;
}

export type FormResult =
  | { readonly ok: true; readonly conversation: NewConversation }
  | { readonly ok: false; readonly refusals: readonly FormRefusal[] };

const PRIORITIES: readonly Priority[] = ['urgent', 'high', 'normal', 'low'];
/** Of a name, how many characters go into the customer's key: of two units each it stays in MAX_NAME. */
const KEY_NAME_CHARACTERS = 90;

interface TextRule {
  readonly field: HandField;
  readonly most: number;
  readonly empty: FormReason;
  readonly tooLong: FormReason;
}

const TEXT_RULES: readonly TextRule[] = [
  { field: 'customer', most: MAX_NAME, empty: 'customerEmpty', tooLong: 'customerTooLong' },
  { field: 'channel', most: MAX_NAME, empty: 'channelEmpty', tooLong: 'channelTooLong' },
  { field: 'subject', most: MAX_SUBJECT, empty: 'subjectEmpty', tooLong: 'subjectTooLong' },
  { field: 'message', most: MAX_TEXT, empty: 'messageEmpty', tooLong: 'messageTooLong' },
];

const checkText = (form: HandForm, rule: TextRule): FormRefusal[] => {
  const { length } = form[rule.field].trim();
  if (length === 0) return [{ field: rule.field, reason: rule.empty }];
  return length > rule.most ? [{ field: rule.field, reason: rule.tooLong }] : [];
};

const textOf = (typed: string): string => wellFormed(typed.trim());

const customerKey = (name: string): string => {
  const plain = name.normalize('NFC').toLocaleLowerCase('en').replaceAll(/\s+/g, ' ');
  return `by-hand/${[...plain].slice(0, KEY_NAME_CHARACTERS).join('')}`;
};

/** The fields in the order of the form, trimmed; refusals in the same order. */
export const checkForm = (form: HandForm): FormResult => {
  const refusals = TEXT_RULES.flatMap((rule) => checkText(form, rule));
  const priority = PRIORITIES.find((name) => name === form.priority);
  if (priority === undefined) refusals.push({ field: 'priority', reason: 'priorityUnknown' });
  if (refusals.length > 0 || priority === undefined) return { ok: false, refusals };
  const name = textOf(form.customer);
  return {
    ok: true,
    conversation: {
      channel: textOf(form.channel),
      thread: null,
      customer: { key: customerKey(name), name },
      subject: textOf(form.subject),
      priority,
      skills: form.skills.map(textOf),
      messages: [{ key: null, from: 'customer', text: textOf(form.message) }],
    },
  };
};

async function* read(form: HandForm): AsyncGenerator<IntakeItem> {
  const result = checkForm(form);
  if (result.ok) yield { kind: 'conversation', bytes: 0, line: 1, conversation: result.conversation };
  else for (const { reason } of result.refusals) yield { kind: 'skipped', bytes: 0, line: 1, reason };
}

export const byHand: Intake<HandForm> = { name: 'by-hand', accepts: [], read };
