// W5, W6, W9: who is there, and who is not any more.

import { type Outcome, NEVER_MET, type Row, exchange, inRoom, inSeconds, seenIn } from './rows.ts';
import { timeUntil } from './stage.ts';

const GONE_MARK_MS = 10_000;
const GONE_LIMIT_MS = 45_000;
const HEARD_LIMIT_MS = 5_000;
const WRITE_LIMIT_MS = 6_000;

const killed: Row = {
  id: 'W5',
  tried: 'the browser of one is killed',
  run: async (kind, stage, times) => {
    const { browser, kill } = await stage.launch();
    return inRoom(async (room): Promise<Outcome> => {
      const pair = await room.pair([{}, { browser }]);
      if (pair === null) return NEVER_MET;
      const [a] = pair;
      if ((await timeUntil(() => a.evaluate(() => globalThis.bench.sees('b')), HEARD_LIMIT_MS)) === null)
        return { isOk: false, seen: 'the other was never seen' };
      await kill();
      const gone = async (): Promise<boolean> =>
        (await seenIn(a)).connected === 0 && !(await a.evaluate(() => globalThis.bench.sees('b')));
      const taken = await timeUntil(gone, GONE_LIMIT_MS);
      const seen = taken === null ? `still there after ${inSeconds(GONE_LIMIT_MS)}` : `gone after ${inSeconds(taken)}`;
      return { isOk: taken !== null && taken <= GONE_MARK_MS, seen };
    })(kind, stage, times);
  },
};

const download: Row = {
  id: 'W6',
  tried: 'a click on a link to a download',
  run: inRoom(async (room): Promise<Outcome> => {
    const pair = await room.pair();
    if (pair === null) return NEVER_MET;
    const [a, b] = pair;
    const download = a.waitForEvent('download');
    await a.getByRole('link', { name: 'A file' }).click();
    await (await download).cancel();
    const taken = await exchange(a, b, 'after', WRITE_LIMIT_MS);
    if (taken !== null) return { isOk: true, seen: `a change of each arrived after ${inSeconds(taken)}` };
    const { connected } = await seenIn(a);
    return { isOk: false, seen: `${connected} connected, no change arrived in ${inSeconds(WRITE_LIMIT_MS)}` };
  }),
};

const silent: Row = {
  id: 'W9',
  tried: 'somebody who has said nothing of itself is there',
  run: inRoom(async (room): Promise<Outcome> => {
    await room.member('a', { isSilent: true });
    const b = await room.member('b');
    if ((await timeUntil(async () => (await seenIn(b)).connected > 0, 15_000)) === null) return NEVER_MET;
    const taken = await timeUntil(() => b.evaluate(() => globalThis.bench.sees(null)), HEARD_LIMIT_MS);
    return taken === null
      ? { isOk: false, seen: `connected, and not seen for ${inSeconds(HEARD_LIMIT_MS)}` }
      : { isOk: true, seen: `seen ${inSeconds(taken)} after the connection` };
  }),
};

export const ROWS_OF_PRESENCE: readonly Row[] = [killed, download, silent];
