// What parts are told: plain values, so that a part can be shown without a desk behind it.

import type { Priority, SentFile } from '../../domain/entry.ts';
import type { Status } from '../../domain/presence-view.ts';
import type { IconName } from './icons.ts';

export type { Priority } from '../../domain/entry.ts';
export type { Status } from '../../domain/presence-view.ts';
export type { IconName } from './icons.ts';

export type AvatarSize = 20 | 24 | 28 | 32 | 40;
export type StatusSize = 11 | 12 | 13 | 14 | 16 | 20 | 24 | 32;
export type IconSize = 12 | 14 | 16 | 20;
/** 40 on the start page alone. */
export type ButtonSize = 24 | 28 | 32 | 36 | 40 | 44;
export type Tone = 'plain' | 'away' | 'danger';

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** One agent of the picker. */
export interface PickerAgent {
  readonly id: string;
  readonly name: string;
  readonly status: Status;
  /** "Ready since 13:20", "Since 12:36; finds it at login". */
  readonly sinceText: string;
  readonly open: number;
  readonly capacity: number;
  readonly isMe?: boolean;
}

/** One row of a list of conversations (54 high). Absent fields are not drawn. */
export interface RowModel {
  readonly id: string;
  readonly customer: string;
  readonly subject: string;
  readonly snippet: string;
  /** BCP 47 of the customer's words, where known. */
  readonly lang?: string;
  /** By hand, e-mail, web chat, phone … anything else draws a bubble. */
  readonly channel: string;
  readonly priority: Priority;
  /** "8 min", or the time a snooze ends. */
  readonly ageText: string;
  readonly isUnread?: boolean;
  readonly isSelected?: boolean;
  readonly isLate?: boolean;
  readonly hasDraft?: boolean;
  readonly snoozedUntilText?: string;
  /** Was laid aside, and its time has come. */
  readonly isBack?: boolean;
  /** A colleague who holds or gave it: avatar 20 beside the act. */
  readonly holder?: { readonly id: string; readonly name: string; readonly status: Status };
  /** "from Amara", in place of the snippet. */
  readonly fromText?: string;
  /** Offer running out: share that is left, 0 to 1, and "26 s". Only while another agent is eligible. */
  readonly offer?: { readonly left: number; readonly text: string };
  /** "Pick up", "Take over". */
  readonly actLabel?: string;
  /** Bulk pick: undefined draws no check box. */
  readonly isPicked?: boolean;
}

export interface RunMessage {
  readonly id: string;
  readonly text: string;
  readonly lang?: string;
  /** Above it: who sent it and when, where that is not said by the run. */
  readonly origin?: string;
  /** The text stands for one that is missing. */
  readonly isStandIn?: boolean;
  /** Files that go with it; then the text may be empty. */
  readonly sent?: readonly SentFile[];
  /** Below it: what was attached, named. */
  readonly files?: { readonly lead: string; readonly names: readonly string[] };
}

export interface Foot {
  readonly icon: IconName;
  readonly text: string;
}
