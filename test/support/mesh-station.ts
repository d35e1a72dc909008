// One peer for the tests of the mesh: a document, the mesh over it, and a record of what it said.
// Knows nothing of how the mesh works, so that the same tests run on the real one and on the fake.

import * as Y from 'yjs';

import { asAgentId, asDeviceId } from '../../src/domain/ids.ts';
import type { Announcement, Mesh, MeshEvent } from '../../src/engine/ports.ts';

/** Tabs of one profile are one device. */
export const announcementOf = (name: string, profile = name): Announcement => ({
  device: asDeviceId(`device-${profile}`),
  agent: asAgentId(`agent-${name}`),
  peer: `peer-${name}`,
  isCaughtUp: false,
});

export class Station {
  readonly name: string;
  readonly mesh: Mesh;
  readonly doc: Y.Doc;
  readonly events: MeshEvent[] = [];
  /** What the document held when each `caughtUp` came. */
  readonly keysAtCaughtUp: (readonly string[])[] = [];

  constructor(name: string, doc: Y.Doc, mesh: Mesh, profile = name) {
    this.name = name;
    this.doc = doc;
    this.mesh = mesh;
    mesh.subscribe((event) => {
      this.events.push(event);
      if (event.kind === 'caughtUp') this.keysAtCaughtUp.push(this.keys());
    });
    mesh.announce(announcementOf(name, profile));
  }

  write(key: string, value: unknown): void {
    this.doc.getMap('test').set(key, value);
  }

  /** As the product writes: arrays of bounded length, pushed to in transactions; `bytes` in all. */
  fill(key: string, bytes: number, entryBytes = 1000): void {
    const logs = new Y.Map<Y.Array<string>>();
    let log = new Y.Array<string>();
    this.doc.getMap('test').set(key, logs);
    let text = '';
    while (text.length < entryBytes) text += Math.random().toString(36).slice(2);
    const entries = Math.ceil(bytes / entryBytes);
    for (let at = 0; at < entries; at += 500) {
      if (at % 2000 === 0) {
        log = new Y.Array<string>();
        logs.set(`${at}`, log);
      }
      const count = Math.min(500, entries - at);
      this.doc.transact(() =>
        log.push(Array.from({ length: count }, (_, index) => `${at + index}${text}`.slice(0, entryBytes))),
      );
    }
  }

  keys(): readonly string[] {
    return [...this.doc.getMap('test').keys()].sort();
  }

  read(key: string): unknown {
    return this.doc.getMap('test').get(key);
  }

  /** Equal for equal content. */
  content(): string {
    return JSON.stringify(this.doc.getMap('test').toJSON(), (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    );
  }

  heard(name: string): readonly Announcement[] {
    return this.events.flatMap((event) =>
      event.kind === 'heard' && event.from.peer === `peer-${name}` ? [event.from] : [],
    );
  }

  has(kind: MeshEvent['kind'], name: string): boolean {
    return this.events.some((event) => event.kind === kind && 'peer' in event && event.peer === `peer-${name}`);
  }

  faults(): readonly string[] {
    return this.events.flatMap((event) => (event.kind === 'fault' ? [event.fault.reason] : []));
  }
}
