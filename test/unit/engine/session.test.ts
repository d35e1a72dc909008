import { describe, expect, test } from 'vitest';
import { asDeviceId, asMonoMs, asWallMs, type AgentId } from '../../../src/domain/ids.ts';
import { Session, type SessionPorts } from '../../../src/engine/session.ts';
import { createMemoryStorage, MemoryDisk } from '../../support/memory-storage.ts';
import { newConversation, SmallWorld, WORLD_START_MS } from '../../support/small-world.ts';

/** One device: its disk stays, whatever starts and ends on it. */
class Laptop {
  readonly disk = new MemoryDisk();
  readonly faults: unknown[] = [];
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

  open(): Promise<Session> {
    const { time, network } = this.#world;
    const ports: SessionPorts = {
      clock: { wall: () => asWallMs(WORLD_START_MS + time.now), mono: () => asMonoMs(time.now) },
      random: { token: (bytes) => this.#world.token(bytes) },
      alarm: time.alarm(this, 0),
      openStorage: (doc) => createMemoryStorage(doc, 'team', this.disk),
      openMesh: (doc) => network.mesh(doc, this),
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
