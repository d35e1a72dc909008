// What this person wants to be told of on this device, kept with a team's notes. Decides whether a call is
// shown and heard: never while Away, unless they want that; each kind by itself.

import type { Notes } from '../app-ports.ts';
import { CALL_KINDS, type CallKind } from './calls.ts';

const KEY = 'attention';

export interface Attention {
  readonly kinds: Readonly<Record<CallKind, boolean>>;
  readonly hasSound: boolean;
  readonly isQuietWhileAway: boolean;
}

export const USUAL: Attention = {
  kinds: {
    assigned: true,
    transferred: true,
    customer: true,
    snoozeOver: true,
    chat: true,
    teamChat: false,
    mention: true,
    paused: true,
  },
  hasSound: true,
  isQuietWhileAway: true,
};

const flag = (noted: object, key: string, usual: boolean): boolean => {
  const value: unknown = (noted as Record<string, unknown>)[key];
  return typeof value === 'boolean' ? value : usual;
};

/** What is missing or wrong reads as usual. */
export const parseAttention = (noted: unknown): Attention => {
  if (typeof noted !== 'object' || noted === null) return USUAL;
  const kinds = 'kinds' in noted && typeof noted.kinds === 'object' && noted.kinds !== null ? noted.kinds : {};
  const chosen = CALL_KINDS.map((kind) => [kind, flag(kinds, kind, USUAL.kinds[kind])]);
  return {
    kinds: Object.fromEntries(chosen) as Record<CallKind, boolean>,
    hasSound: flag(noted, 'hasSound', USUAL.hasSound),
    isQuietWhileAway: flag(noted, 'isQuietWhileAway', USUAL.isQuietWhileAway),
  };
};

export const isWanted = (kind: CallKind, attention: Attention, isAway: boolean): boolean => {
  // That everything stands still concerns those above all who could set themselves Ready.
  const isQuiet = isAway && attention.isQuietWhileAway && kind !== 'paused';
  return attention.kinds[kind] && !isQuiet;
};

export class AttentionChoice {
  current: Attention = $state.raw(USUAL);
  readonly #notes: Notes;

  constructor(notes: Notes) {
    this.#notes = notes;
    this.current = parseAttention(notes.get(KEY));
  }

  change(patch: Partial<Attention>): void {
    this.current = { ...this.current, ...patch };
    this.#notes.set(KEY, this.current);
  }

  wants(kind: CallKind, isAway: boolean): boolean {
    return isWanted(kind, this.current, isAway);
  }
}
