// W10, W12: pages that are no secure context, and whom a peer asks that nobody named.

import { type Outcome, type Row, errorsIn, inRoom } from './rows.ts';
import { timeUntil, wait } from './stage.ts';

const HOST = 'desk.example';

const insecure: Row = {
  id: 'W10',
  tried: 'a password in a page that is no secure context',
  run: async (kind, stage, times) => {
    const { browser } = await stage.launch({ flags: [`--host-resolver-rules=MAP ${HOST} 127.0.0.1`] });
    const origin = `http://${HOST}:${stage.site.port}`;
    return inRoom(async (room): Promise<Outcome> => {
      const page = await room.page({ browser, origin });
      if (await page.evaluate(() => isSecureContext)) return { isOk: false, seen: 'the page was secure' };
      const thrown = await room.join(page, 'a', { browser }).then(
        () => null,
        (error: unknown) =>
          (/(\w*Error: [^\n]*)/.exec(String(error))?.[1] ?? String(error)).replace('Error: page.evaluate: ', ''),
      );
      await wait(500);
      const errors = await errorsIn(page);
      if (thrown !== null) return { isOk: false, seen: `throws: ${thrown}` };
      return { isOk: errors.length === 0, seen: `no throw, ${errors.length} uncaught errors` };
    })(kind, stage, times);
  },
};

const isOnLoopback = (address: string): boolean => /^\w+:\/\/127\.0\.0\.1[:/]/.test(address);

const defaults: Row = {
  id: 'W12',
  tried: 'whom it asks when nobody is named',
  run: inRoom(async (room): Promise<Outcome> => {
    const alone = await room.page();
    await room.join(alone, 'alone', { signalling: [], isByDefault: true });
    const a = await room.member('a', { isByDefault: true });
    const b = await room.member('b', { isByDefault: true });
    await timeUntil(() => b.evaluate(() => globalThis.instruments.connections.length > 0), 8_000);
    const pages = [alone, a, b];
    const asked = (
      await Promise.all(pages.map((page) => page.evaluate(() => globalThis.instruments.addresses)))
    ).flat();
    const others = [...new Set(asked.filter((address) => !isOnLoopback(address)))];
    return others.length === 0
      ? { isOk: true, seen: 'nobody beside the rendezvous it was given' }
      : { isOk: false, seen: others.join(', ') };
  }),
};

export const ROWS_OF_SURROUNDINGS: readonly Row[] = [insecure, defaults];
