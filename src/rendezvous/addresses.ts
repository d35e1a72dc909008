// The addresses under which colleagues on the same network reach this machine.

import type { NetworkInterfaceInfo } from 'node:os';

export type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** IPv4 alone: it is what people can read to each other, and every office network has it. */
export const lanAddresses = (interfaces: Interfaces): readonly string[] => {
  const found = Object.values(interfaces)
    .flatMap((each) => each ?? [])
    .filter((each) => each.family === 'IPv4' && !each.internal && !each.address.startsWith('169.254.'))
    .map((each) => each.address);
  return [...new Set(found)];
};

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.');

const inUrl = (address: string): string => (address.includes(':') ? `[${address}]` : address);

/** Where colleagues reach what listens on `hosts` (null: on all addresses); never this machine's own loopback. */
export const lanUrls = (hosts: readonly string[] | null, port: number, interfaces: Interfaces): readonly string[] =>
  (hosts ?? lanAddresses(interfaces))
    .filter((host) => !isLoopback(host))
    .map((host) => `ws://${inUrl(host)}:${port}/rendezvous`);

/** Where the desk is opened on this machine. localhost wherever possible: a browser gives a page at a bare address
 * neither locks nor encryption nor offline start. */
export const deskUrl = (hosts: readonly string[] | null, port: number): string => {
  const host = hosts === null || hosts.some(isLoopback) ? 'localhost' : inUrl(hosts[0] ?? 'localhost');
  return `http://${host}:${port}/`;
};
