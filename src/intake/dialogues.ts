// Dialogues as JSON Lines: `{id, topic, turns: [{from: "customer" | "agent", text}]}`, one a line.
// Each line stands for itself: a broken one is left out with its number and its reason, the others
// come in. The file's own ids name thread and messages, so that the same file twice makes nothing
// twice (QU1). What an agent said in there was said by nobody of this team: `imported`.

import * as v from 'valibot';
import { LOG_ENTRIES_MAX, MAX_NAME, MAX_SUBJECT, MAX_TEXT } from '../domain/limits.ts';
import type { NewConversation } from '../engine/desk-types.ts';
import type { ByteSource, Intake, IntakeItem, SkipReason } from './intake.ts';
import { readLines, type Line } from './lines.ts';
import { wellFormed } from './well-formed.ts';

const CHANNEL = 'dialogues';
/** Leaves room for the channel's name in the customer's key. */
const MAX_DIALOGUE_ID = MAX_NAME - CHANNEL.length - 1;
/** One conversation comes in in one transaction, and a log takes so many entries. */
const MAX_TURNS = LOG_ENTRIES_MAX - 1;

const text = v.pipe(v.string(), v.transform(wellFormed));
const dialogueSchema = v.object({
  id: v.pipe(text, v.minLength(1)),
  topic: text,
  turns: v.array(v.object({ from: v.picklist(['customer', 'agent']), text })),
});

type Dialogue = v.InferOutput<typeof dialogueSchema>;
type Parsed = { readonly conversation: NewConversation } | { readonly reason: SkipReason };

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const reasonAgainst = ({ id, turns }: Dialogue): SkipReason | null => {
  if (id.length > MAX_DIALOGUE_ID) return 'idTooLong';
  if (turns.length === 0) return 'noTurns';
  if (turns.length > MAX_TURNS) return 'tooManyTurns';
  if (turns.some((turn) => turn.text.trim() === '')) return 'emptyTurn';
  return turns.some((turn) => turn.text.length > MAX_TEXT) ? 'turnTooLong' : null;
};

/** `train-1_00000` -> `Customer 1_00000`: the set's own name says nothing of the person. */
const customerName = (id: string): string => `Customer ${id.slice(id.indexOf('-') + 1) || id}`;

/** `RentalCars_1` -> `Rental cars`. */
const subjectOf = (topic: string): string => {
  const words = topic
    .replace(/_\d+$/, '')
    .replaceAll('_', ' ')
    .replaceAll(/(?<=\p{Ll})\p{Lu}/gu, (letter) => ` ${letter.toLowerCase()}`);
  return wellFormed(words.trim().slice(0, MAX_SUBJECT)) || 'Dialogue';
};

const conversationOf = ({ id, topic, turns }: Dialogue): NewConversation => ({
  channel: CHANNEL,
  thread: id,
  customer: { key: `${CHANNEL}/${id}`, name: customerName(id) },
  subject: subjectOf(topic),
  priority: 'normal',
  skills: [],
  messages: turns.map(({ from, text }, index) => ({
    key: `${id}/${index}`,
    from: from === 'customer' ? 'customer' : 'imported',
    text,
  })),
});

export const parseDialogue = (line: string): Parsed => {
  const json = parseJson(line);
  if (json === undefined) return { reason: 'invalidJson' };
  const parsed = v.safeParse(dialogueSchema, json, { abortEarly: true });
  if (!parsed.success) return { reason: 'wrongShape' };
  const reason = reasonAgainst(parsed.output);
  return reason === null ? { conversation: conversationOf(parsed.output) } : { reason };
};

const LINE_REASONS = { tooLong: 'lineTooLong', invalidUtf8: 'invalidUtf8', binary: 'notText' } as const;

const itemOf = (line: Line): IntakeItem => {
  if (line.kind === 'advanced') return line;
  const place = { bytes: line.bytes, line: line.number };
  if (line.kind !== 'text') return { kind: 'skipped', ...place, reason: LINE_REASONS[line.kind] };
  if (line.text.trim() === '') return { kind: 'advanced', bytes: line.bytes };
  const parsed = parseDialogue(line.text);
  return 'reason' in parsed ? { kind: 'skipped', ...place, ...parsed } : { kind: 'conversation', ...place, ...parsed };
};

async function* read(source: ByteSource): AsyncGenerator<IntakeItem> {
  let isEmpty = true;
  for await (const line of readLines(source.stream())) {
    const item = itemOf(line);
    if (item.kind !== 'advanced') isEmpty = false;
    yield item;
  }
  if (isEmpty) yield { kind: 'skipped', bytes: source.size, line: 1, reason: 'emptyFile' };
}

export const dialogues: Intake<ByteSource> = {
  name: CHANNEL,
  accepts: ['.jsonl', '.ndjson', 'application/jsonl'],
  read,
};
