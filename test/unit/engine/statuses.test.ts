import { describe, expect, test } from 'vitest';
import { asAgentId } from '../../../src/domain/ids.ts';
import { SmallWorld, type Peer } from '../../support/small-world.ts';

/** Every status that this screen shows of an agent while `act` goes on. */
const shownOn = (peer: Peer, agent: string, act: () => void): string[] => {
  const shown = [peer.statusOf(agent)];
  const look = (): void => {
    const status = peer.statusOf(agent);
    if (shown.at(-1) !== status) shown.push(status);
  };
  const stop = [peer.desk.subscribe(look), peer.desk.onChanges(look)];
  act();
  for (const end of stop) end();
  look();
  return shown;
};

describe('[ST2] only the choice is stored', () => {
  test('[ST2] Logged out is never written: the entries of a day hold choices and sessions alone', () => {
    const world = new SmallWorld();
    const [ann, ben] = world.team({ ann: 'ready', ben: 'away' });
    ben?.leave();
    world.advance(100);
    expect(ann?.statusOf('ben')).toBe('out');
    const history = ann?.replica.team.statusHistory(asAgentId('ben')) ?? [];
    expect(history.map((entry) => (entry.kind === 'status' ? entry.intent : entry.kind))).toEqual(['away']);
  });

  test('[ST2] the same choice again writes nothing', () => {
    const world = new SmallWorld();
    const [ann] = world.team({ ann: 'ready' });
    const before = ann?.replica.size;
    expect(ann?.desk.chooseStatus('ready')).toEqual({ ok: true, value: null });
    expect(ann?.replica.size).toBe(before);
  });
});

describe('[ST3] the status that others see', () => {
  test('[ST3] the choice while a peer of the agent is live, else Logged out', () => {
    const world = new SmallWorld();
    const [ann, ben] = world.team({ ann: 'ready', ben: 'ready' });
    expect([ann?.statusOf('ben'), ben?.statusOf('ann')]).toEqual(['ready', 'ready']);
    ben?.desk.chooseStatus('away');
    world.advance(100);
    expect(ann?.statusOf('ben')).toBe('away');
    ben?.leave();
    world.advance(100);
    expect(ann?.statusOf('ben')).toBe('out');
    expect(ann?.statusOf('nobody')).toBe('out');
  });

  test('[ST3] a stale agent keeps the status, marked as not responding', () => {
    const world = new SmallWorld();
    const [ann, ben] = world.team({ ann: 'ready', ben: 'ready' });
    ben?.kill();
    world.advance(2_500);
    expect(ann?.statusOf('ben')).toBe('ready');
    world.advance(2_600);
    expect(ann?.statusOf('ben')).toBe('ready, not responding');
    expect(ann?.desk.reach()).toMatchObject({ reachable: 0, teammates: 1 });
  });
});

describe('[ST4] logging in', () => {
  test('[ST4] the first login ever starts Away, and that is not written', () => {
    const world = new SmallWorld();
    const [ann, ben] = world.team({ ann: 'ready', ben: null });
    expect([ann?.statusOf('ben'), ben?.statusOf('ben')]).toEqual(['away', 'away']);
    expect(ann?.replica.team.statusHistory(asAgentId('ben'))).toEqual([]);
  });

  test.for(['ready', 'away'] as const)(
    '[ST4] restores %s, and nobody ever sees another status in between',
    (choice) => {
      const world = new SmallWorld();
      const [ann, ben] = world.team({ ann: 'ready', ben: choice });
      if (ann === undefined || ben === undefined) throw new Error('Two.');
      ben.leave();
      world.advance(60_000);
      const shown = shownOn(ann, 'ben', () => {
        ben.start();
        world.advance(10_000);
      });
      expect(shown).toEqual(['out', choice]);
      expect(ben.statusOf('ben')).toBe(choice);
    },
  );

  test('[ST4] offline, after a restart of the browser', () => {
    const world = new SmallWorld();
    const [, ben] = world.team({ ann: 'ready', ben: 'ready' });
    if (ben === undefined) throw new Error('Two.');
    ben.kill();
    world.network.cut([ben]);
    ben.start();
    expect(ben.statusOf('ben')).toBe('ready');
  });

  test('[ST4] on a new device: its choice is not told before it has been met, and then it is the right one', () => {
    const world = new SmallWorld();
    const [ann, ben] = world.team({ ann: 'ready', ben: 'ready' });
    if (ann === undefined || ben === undefined) throw new Error('Two.');
    ben.leave();
    world.advance(1_000);
    const shown = shownOn(ann, 'ben', () => {
      world.peer('ben', { device: 'ben-phone' });
      world.advance(5_000);
    });
    expect(shown).toEqual(['out', 'ready']);
  });

  test('[ST4] a choice made offline on the way is not overtaken by the old one: nobody sees Ready again', () => {
    const world = new SmallWorld();
    const [ann, ben] = world.team({ ann: 'ready', ben: 'ready' });
    if (ann === undefined || ben === undefined) throw new Error('Two.');
    ben.leave();
    world.advance(1_000);
    world.network.cut([ann], [ben]);
    ben.start();
    ben.desk.chooseStatus('away');
    world.advance(5_000);
    const shown = shownOn(ann, 'ben', () => {
      world.network.heal();
      world.advance(5_000);
    });
    expect(shown).toEqual(['out', 'away']);
  });
});

describe('[ST5] tabs and devices', () => {
  test('[ST5] opening or closing one never changes the choice, nor the status while another is live', () => {
    const world = new SmallWorld();
    const [ann, ben] = world.team({ ann: 'ready', ben: 'ready' });
    if (ann === undefined || ben === undefined) throw new Error('Two.');
    const shown = shownOn(ann, 'ben', () => {
      const phone = world.peer('ben', { device: 'ben-phone' });
      world.advance(3_000);
      ben.leave();
      world.advance(3_000);
      ben.start();
      world.advance(3_000);
      phone.kill();
      world.advance(90_000);
    });
    expect(shown).toEqual(['ready']);
  });

  test('[ST5] a tab that takes over before it is in step shows nothing in between', () => {
    const world = new SmallWorld();
    const [ann, ben] = world.team({ ann: 'ready', ben: 'away' });
    if (ann === undefined || ben === undefined) throw new Error('Two.');
    const shown = shownOn(ann, 'ben', () => {
      world.peer('ben', { device: 'ben-phone' });
      // The phone’s first beat has arrived, its document has not.
      world.advance(10);
      ben.leave();
      world.advance(5_000);
    });
    expect(shown).toEqual(['away']);
  });
});

describe('[ST6] choices that crossed', () => {
  test('[ST6] Away stands on every screen, the agent is told, and the next choice settles it', () => {
    const world = new SmallWorld();
    const [ann, ben] = world.team({ ann: 'ready', ben: 'away' });
    if (ann === undefined || ben === undefined) throw new Error('Two.');
    const phone = world.peer('ben', { device: 'ben-phone' });
    world.advance(1_000);
    world.network.cut([ann, ben], [phone]);
    ben.desk.chooseStatus('ready');
    world.advance(1_000);
    ben.desk.chooseStatus('away');
    ben.desk.chooseStatus('ready');
    phone.desk.chooseStatus('ready');
    phone.desk.chooseStatus('away');
    world.network.heal();
    world.advance(1_000);
    const standings = [ann, ben, phone].map((peer) => peer.replica.team.agents.get(asAgentId('ben'))?.standing);
    for (const standing of standings) expect(standing).toMatchObject({ intent: 'away', isCrossed: true });
    ben.desk.chooseStatus('away');
    world.advance(1_000);
    expect(phone.replica.team.agents.get(asAgentId('ben'))?.standing).toMatchObject({
      intent: 'away',
      isCrossed: false,
    });
  });
});

describe('[ST7] liveness', () => {
  test('[ST7] stale after 5 s without a beat, gone after 75 s', () => {
    const world = new SmallWorld();
    const [ann, ben] = world.team({ ann: 'ready', ben: 'ready' });
    ben?.kill();
    world.advance(70_000);
    expect(ann?.statusOf('ben')).toBe('ready, not responding');
    world.advance(6_000);
    expect(ann?.statusOf('ben')).toBe('out');
  });

  test('[ST7] logging out and closing the last tab are gone at once', () => {
    const world = new SmallWorld();
    const [ann, ben] = world.team({ ann: 'ready', ben: 'ready' });
    ben?.leave();
    world.advance(50);
    expect(ann?.statusOf('ben')).toBe('out');
  });

  test('[ST7] a link that breaks is no goodbye', () => {
    const world = new SmallWorld();
    const [ann, ben] = world.team({ ann: 'ready', ben: 'ready' });
    if (ann === undefined || ben === undefined) throw new Error('Two.');
    world.network.cut([ann], [ben]);
    world.advance(30_000);
    expect(ann.statusOf('ben')).toBe('ready, not responding');
    world.network.heal();
    world.advance(1_000);
    expect(ann.statusOf('ben')).toBe('ready');
  });

  test('[ST7] one who slept for long on a link that held is there again with the next beat', () => {
    const world = new SmallWorld();
    const [ann, ben] = world.team({ ann: 'ready', ben: 'ready' });
    if (ann === undefined || ben === undefined) throw new Error('Two.');
    ben.sleep();
    world.advance(200_000);
    expect(ann.statusOf('ben')).toBe('out');
    ben.wake();
    world.advance(5_000);
    expect([ann.statusOf('ben'), ben.statusOf('ann')]).toEqual(['ready', 'ready']);
    expect(ann.isDispatcher).toBe(true);
  });

  test('[ST7] no wall clock has a say: hours apart, both are there', () => {
    const world = new SmallWorld();
    const ann = world.peer('ann', { skewMs: -7 * 3_600_000 });
    const ben = world.peer('ben', { skewMs: 5 * 3_600_000 });
    world.advance(1_000);
    ben.desk.chooseStatus('ready');
    world.advance(30_000);
    expect(ann.statusOf('ben')).toBe('ready');
  });
});

describe('[ST9] the last Ready agent', () => {
  test('[ST9] knows that assignment will pause', () => {
    const world = new SmallWorld();
    const [ann, ben, cat] = world.team({ ann: 'ready', ben: 'ready', cat: 'away' });
    expect([ann?.desk.isLastReady(), cat?.desk.isLastReady()]).toEqual([false, false]);
    ben?.desk.chooseStatus('away');
    world.advance(100);
    expect([ann?.desk.isLastReady(), ben?.desk.isLastReady()]).toEqual([true, false]);
  });
});
