import { describe, expect, test } from 'vitest';

import { deskUrl, lanUrls } from '../../../src/rendezvous/addresses.ts';
import { parseOptions } from '../../../src/rendezvous/options.ts';

const DESKTOP = { platform: 'darwin', isTerminal: true };

test('by default the desk is served on this machine alone, and opened', () => {
  expect(parseOptions([], {}, DESKTOP)).toEqual({
    options: { port: 4173, hosts: ['127.0.0.1', '::1'], opensBrowser: true },
  });
});

test('PORT, HOST and --lan choose where', () => {
  expect(parseOptions([], { PORT: '8080', HOST: '10.0.0.1' }, DESKTOP)).toMatchObject({
    options: { port: 8080, hosts: ['10.0.0.1'] },
  });
  expect(parseOptions(['--lan'], {}, DESKTOP)).toMatchObject({ options: { hosts: null } });
  expect(parseOptions([], { HOST: '0.0.0.0' }, DESKTOP)).toMatchObject({ options: { hosts: null } });
});

test.each([
  ['it was forbidden', ['--no-open'], {}, DESKTOP],
  ['CI runs it', [], { CI: 'true' }, DESKTOP],
  ['nobody watches', [], {}, { platform: 'darwin', isTerminal: false }],
  ['there is no screen', [], {}, { platform: 'linux', isTerminal: true }],
])('no browser is opened where %s', (_, args, environment, surroundings) => {
  expect(parseOptions(args, environment, surroundings)).toMatchObject({ options: { opensBrowser: false } });
});

test.each(['99999', '-1', 'http', '80.5', ' '])('PORT "%s" is refused with a sentence', (port) => {
  expect(parseOptions([], { PORT: port }, DESKTOP)).toEqual({ refusal: expect.stringContaining(`"${port}"`) });
});

test('an option that does not exist is named', () => {
  expect(parseOptions(['--lan', '--wan'], {}, DESKTOP)).toEqual({ refusal: expect.stringContaining('"--wan"') });
});

describe('addresses', () => {
  const address = (text: string, family: 'IPv4' | 'IPv6', internal = false) => ({
    address: text,
    netmask: '',
    mac: '',
    cidr: null,
    internal,
    ...(family === 'IPv4' ? { family } : { family, scopeid: 0 }),
  });
  const INTERFACES = {
    lo: [address('127.0.0.1', 'IPv4', true), address('::1', 'IPv6', true)],
    wifi: [address('192.168.1.5', 'IPv4'), address('fe80::1', 'IPv6')],
    bridge: [address('192.168.1.5', 'IPv4'), address('169.254.7.7', 'IPv4')],
    gone: undefined,
  };

  test('an invite gets the addresses that colleagues can reach, once each', () => {
    expect(lanUrls(null, 4173, INTERFACES)).toEqual(['ws://192.168.1.5:4173/rendezvous']);
    expect(lanUrls(['127.0.0.1', '::1'], 4173, INTERFACES)).toEqual([]);
    expect(lanUrls(['10.0.0.1'], 80, INTERFACES)).toEqual(['ws://10.0.0.1:80/rendezvous']);
  });

  test('the desk is opened at localhost wherever that reaches it', () => {
    expect(deskUrl(null, 4173)).toBe('http://localhost:4173/');
    expect(deskUrl(['127.0.0.1', '::1'], 80)).toBe('http://localhost:80/');
    expect(deskUrl(['10.0.0.1'], 80)).toBe('http://10.0.0.1:80/');
    expect(deskUrl(['fd00::1'], 80)).toBe('http://[fd00::1]:80/');
  });
});
