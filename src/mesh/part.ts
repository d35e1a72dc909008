// The part that a tab plays in its profile: the peer (peer-part.ts) or a follower (tab-follower.ts).

import type { SentFile } from '../domain/entry.ts';
import type { Announcement, MeshStatus } from '../engine/ports.ts';
import type { Bytes } from '../files/sent-file.ts';
import type { Doubt } from './doubt.ts';
import type { TabMessage } from './tab-message.ts';

export interface Part {
  take(message: TabMessage): void;
  tick(): void;
  announce(announcement: Announcement): void;
  doubt(doubt: Doubt): void;
  status(): MeshStatus;
  /** Null in a follower: the tab that is the peer fetches, and keeps for all tabs. */
  fetchFile(file: SentFile, told: (receivedBytes: number) => void): Promise<Bytes | null>;
  statusRang(): void;
  /** `isLeaving`: the person goes; else this page may come back. */
  end(isLeaving: boolean): void;
}
