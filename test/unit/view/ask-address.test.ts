import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, isSettingValue } from '../../../src/domain/settings.ts';
import { meetingPlaces, parseAskAddress } from '../../../src/view/ask-address.ts';

describe('[AK7] the address that customers reach', () => {
  test.for([
    ['https://Desk.Example.org/', 'https://desk.example.org'],
    ['desk.example.org', 'https://desk.example.org'],
    [' https://desk.example.org:8443/ask/#1.abc ', 'https://desk.example.org:8443'],
    ['https://münchen.example', 'https://xn--mnchen-3ya.example'],
    ['https://203.0.113.7', 'https://203.0.113.7'],
    ['', ''],
  ] as const)('[AK7] %s is %s', ([typed, address]) => {
    expect(parseAskAddress(typed)).toEqual({ ok: true, address });
    expect(isSettingValue('askAddress', address)).toBe(true);
  });

  test.for([
    ['http://desk.example.org', 'notHttps'],
    ['http://localhost:4173', 'onlyHere'],
    ['https://localhost:4173', 'onlyHere'],
    ['127.0.0.1', 'onlyHere'],
    ['https://[::1]', 'onlyHere'],
    ['https://me@desk.example.org', 'notAddress'],
    ['javascript:alert(1)', 'notAddress'],
    ['ftp://desk.example.org', 'notAddress'],
    ['somewhere', 'notAddress'],
    ['https://a b', 'notAddress'],
    [`https://${'a'.repeat(3_000)}.example`, 'notAddress'],
  ] as const)('[AK7] %s is refused: %s', ([typed, reason]) => {
    expect(parseAskAddress(typed)).toEqual({ ok: false, reason });
  });

  test('[AK7] what a teammate wrote into the log is bounded: an origin, with https, or nothing', () => {
    expect(DEFAULT_SETTINGS.askAddress).toBe('');
    for (const value of ['http://a.example', 'https://a.example/ask', 'https://A.example', 'https://', 5, null]) {
      expect(isSettingValue('askAddress', value)).toBe(false);
    }
  });

  test('[AK7] who comes by it meets the team at the server of that address first', () => {
    const own = ['ws://localhost:4173/rendezvous'];
    expect(meetingPlaces('http://localhost:4173', own)).toEqual(own);
    expect(meetingPlaces('https://desk.example.org', own)).toEqual(['wss://desk.example.org/rendezvous', ...own]);
  });
});
