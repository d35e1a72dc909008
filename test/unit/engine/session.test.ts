import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { asAgentId, asDeviceId, asMonoMs, asWallMs, type AgentId } from '../../../src/domain/ids.ts';
import type { MeshEvent } from '../../../src/engine/ports.ts';
import { Session, type SessionPorts } from '../../../src/engine/session.ts';
import type { SmallMesh } from '../../support/small-network.ts';
import { createMemoryStorage, MemoryDisk } from '../../support/memory-storage.ts';
import { newConversation, SmallWorld, WORLD_START_MS } from '../../support/small-world.ts';

/** One device: its disk stays, whatever starts and ends on it. */
class Laptop {
  readonly disk = new MemoryDisk();
  readonly faults: unknown[] = [];
  mesh: SmallMesh | null = null;
  readonly name: string;
  readonly isAsleep = false;
  readonly isRunning = true;
  readonly #world: SmallWorld;

  constructor(world: SmallWorld, name: string) {
    this.#world = world;
    this.name = name;
  }

  get device(): string {
    return this.name;
  }

  open(isNewcomer = false): Promise<Session> {
    const { time, network } = this.#world;
    const ports: SessionPorts = {
      clock: { wall: () => asWallMs(WORLD_START_MS + time.now), mono: () => asMonoMs(time.now) },
      random: { token: (bytes) => this.#world.token(bytes) },
      alarm: time.alarm(this, 0),
      openStorage: (doc) => createMemoryStorage(doc, 'team', this.disk),
      openMesh: (doc) => (this.mesh = network.mesh(doc, this)),
      isNewcomer,
      onFault: (fault) => this.faults.push(fault),
    };
    return Session.open(asDeviceId(this.name), ports);
  }
}

const founded = async (world: SmallWorld): Promise<{ laptop: Laptop; session: Session; ann: AgentId }> => {
  const laptop = new Laptop(world, 'laptop');
  const session = await laptop.open();
  const ann = session.found('Northlight Coffee', 'Ann');
  return { laptop, session, ann };
};

describe('[OF2] a team on this device', () => {
  test('[OF2] what was saved is there when it is opened again, before any connection', async () => {
    const world = new SmallWorld();
    const { laptop, session, ann } = await founded(world);
    const desk = session.logIn(ann);
    desk.chooseStatus('ready');
    const opened = desk.openConversation(newConversation());
    expect(await session.storage.saved()).toBe(true);
    const again = await laptop.open();
    expect(again.hasTeam).toBe(true);
    expect(again.replica.team.name).toBe('Northlight Coffee');
    expect(again.replica.team.agents.get(ann)).toMatchObject({ name: 'Ann', role: 'supervisor' });
    expect(opened.ok && again.replica.team.conversations.has(opened.value)).toBe(true);
    expect(again.logIn(ann).statusOf(ann).status).toBe('ready');
  });

  test('[OF2] another start writes into a log of its own', async () => {
    const world = new SmallWorld();
    const { laptop, session, ann } = await founded(world);
    await session.close();
    const again = await laptop.open();
    again.logIn(ann).say('team', 'Good morning');
    expect(again.replica.doc.getMap('logs').size).toBe(2);
  });

  test('[OF1] where nothing can be kept that is told, and the desk works on', async () => {
    const world = new SmallWorld();
    const laptop = new Laptop(world, 'laptop');
    laptop.disk.isBlocked = true;
    const session = await laptop.open();
    expect(laptop.faults).toMatchObject([{ reason: 'blocked' }]);
    const desk = session.logIn(session.found('Northlight Coffee', 'Ann'));
    expect(desk.openConversation(newConversation()).ok).toBe(true);
  });

  test('[CO9] leaving the team deletes its data here', async () => {
    const world = new SmallWorld();
    const { laptop, session, ann } = await founded(world);
    session.logIn(ann);
    await session.storage.saved();
    await session.erase();
    expect((await laptop.open()).hasTeam).toBe(false);
  });
});

describe('[CO11] a newcomer', () => {
  const said = { open: [], standing: [], lamport: 1_000 };
  const heard = (peer: string): MeshEvent => {
    const about = { agent: asAgentId(peer), device: asDeviceId(peer), peer, isCaughtUp: true };
    return { kind: 'heard', from: about };
  };
  const caughtUp = (peer: string): MeshEvent => ({ kind: 'caughtUp', device: asDeviceId(peer), peer });

  const joining = async () => {
    const world = new SmallWorld();
    const { session, ann } = await founded(world);
    session.logIn(ann).openConversation(newConversation());
    const laptop = new Laptop(world, 'newcomer');
    const newcomer = await laptop.open(true);
    let isWhole = false;
    void newcomer.whole.then(() => (isWhole = true));
    const emit = (...events: readonly MeshEvent[]): void => {
      for (const event of events) laptop.mesh?.emit(event);
    };
    const count = (): number => newcomer.replica.team.conversations.size;
    const come = (): void => Y.applyUpdate(newcomer.replica.doc, Y.encodeStateAsUpdate(session.replica.doc));
    return { newcomer, emit, come, count, isWhole: () => isWhole };
  };

  test('[CO11] shows no conversation before all of it is here, and then every one', async () => {
    const { newcomer, emit, come, count, isWhole } = await joining();
    come();
    expect([newcomer.hasTeam, newcomer.hasFirst, count()]).toEqual([true, false, 0]);
    emit(heard('hana'), caughtUp('hana'));
    await newcomer.whole;
    expect([newcomer.hasFirst, count(), isWhole()]).toEqual([true, 1, true]);
  });

  test('[CO11] [DI1] what another newcomer has is not taken for all, while the rest is on its way', async () => {
    const { newcomer, emit, come, count, isWhole } = await joining();
    emit(heard('hana'), { kind: 'firstComing', said }, { kind: 'firstIn' });
    come();
    expect([newcomer.hasFirst, count()]).toEqual([true, 0]);
    emit(heard('other'), caughtUp('other'));
    await Promise.resolve();
    expect([count(), isWhole()]).toEqual([0, false]);
    emit(caughtUp('hana'));
    emit(heard('hana'));
    await newcomer.whole;
    expect(count()).toBe(1);
  });

  test('[CO11] whom nobody brings the rest can take what is here for all', async () => {
    const { newcomer, come, count } = await joining();
    come();
    await newcomer.takeAsWhole();
    expect([newcomer.replica.isPartial, count()]).toEqual([false, 1]);
  });
});

describe('[ST4] logging in and out', () => {
  const sessionsOf = (session: Session, agent: AgentId): string[] =>
    session.replica.team.statusHistory(agent).map((entry) => entry.kind);

  test('[ST4] is kept as history; a reload soon after is the same visit', async () => {
    const world = new SmallWorld();
    const { laptop, session, ann } = await founded(world);
    session.logIn(ann);
    world.advance(60_000);
    await session.close();
    const reloaded = await laptop.open();
    reloaded.logIn(ann);
    expect(sessionsOf(reloaded, ann)).toEqual(['login']);
    await reloaded.logOut();
    const next = await laptop.open();
    next.logIn(ann);
    expect(sessionsOf(next, ann)).toEqual(['login', 'logout', 'login']);
    await next.close();
    world.advance(3_600_000);
    const afterLunch = await laptop.open();
    afterLunch.logIn(ann);
    expect(sessionsOf(afterLunch, ann)).toEqual(['login', 'logout', 'login', 'login']);
  });

  test('[ST7] logging out is gone at once for the others, and the choice stays', async () => {
    const world = new SmallWorld();
    const { session, ann } = await founded(world);
    session.logIn(ann).chooseStatus('ready');
    const other = await new Laptop(world, 'other').open();
    other.connectAsNobody();
    world.advance(1_000);
    const desk = other.logIn(other.join('Ben'));
    world.advance(1_000);
    expect(desk.statusOf(ann).status).toBe('ready');
    await session.logOut();
    world.advance(100);
    expect(desk.statusOf(ann).status).toBe('out');
    expect(desk.team.agents.get(ann)?.standing.intent).toBe('ready');
  });

  test('[ST4] who was heard before anybody logged in here is known to the desk from its first moment', async () => {
    const world = new SmallWorld();
    const { session, ann } = await founded(world);
    session.logIn(ann).chooseStatus('ready');
    const other = await new Laptop(world, 'other').open();
    other.connectAsNobody();
    world.advance(3_000);
    expect(other.hasTeam).toBe(true);
    const desk = other.logIn(other.join('Ben'));
    expect(desk.statusOf(ann).status).toBe('ready');
    expect(desk.reach()).toMatchObject({ reachable: 1, teammates: 1 });
  });

  test('[ST5] the same person on a second device is found by name, case and spaces aside', async () => {
    const world = new SmallWorld();
    const { session, ann } = await founded(world);
    expect(session.agentsNamed('  ANN ').map(({ id }) => id)).toEqual([ann]);
    expect(session.agentsNamed('Anne')).toEqual([]);
  });
});
