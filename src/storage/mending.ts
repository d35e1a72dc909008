// What is done about records that were found damaged or gone: the former generation of a merged record
// takes its place again, and what has none is set aside. What is lost here for good comes again with
// a teammate's copy, because the document says that it lacks it.

import type { StoredRecord } from '../platform/transactions.ts';
import type { TeamDatabase } from './team-database.ts';

/** A connection at a time of need: the browser may have taken the last one away. */
type Connect = () => Promise<TeamDatabase>;

export interface Mended {
  /** What stood in the place of damaged records before. */
  readonly updates: readonly Uint8Array[];
  readonly setAside: number;
}

const isOneOf =
  (keys: ReadonlySet<IDBValidKey>) =>
  ({ key }: StoredRecord): boolean =>
    keys.has(key);

/** The place is empty first where the browser cannot even read what is in it. */
const broughtBack = async (connect: Connect, record: StoredRecord): Promise<Uint8Array | null> => {
  const key = Number(record.key);
  try {
    return await (await connect()).bringBack(key);
  } catch {
    await (await connect()).setAside([record]);
    return (await connect()).bringBack(key);
  }
};

/** `records` is all that was read, `damaged` a part of it. */
export const mend = async (
  connect: Connect,
  records: readonly StoredRecord[],
  damaged: readonly StoredRecord[],
): Promise<Mended> => {
  const known = new Set(records.map(({ key }) => key));
  const formers = new Set<IDBValidKey>(await (await connect()).formers());
  const gone = [...formers].filter((key) => !known.has(key)).map((key) => ({ key, value: undefined }));
  const updates: Uint8Array[] = [];
  const lost = damaged.filter((record) => !isOneOf(formers)(record));
  for (const record of [...damaged.filter(isOneOf(formers)), ...gone]) {
    const update = await broughtBack(connect, record);
    if (update !== null) updates.push(update);
    else if (record.value !== undefined) lost.push(record);
  }
  if (lost.length > 0) await (await connect()).setAside(lost);
  return { updates, setAside: lost.length };
};
