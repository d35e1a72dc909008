import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_NAME } from '../../../src/domain/limits.ts';
import { toBase64Url } from '../../../src/platform/base64url.ts';
import {
  formatInvite,
  isRendezvousAddress,
  MAX_ADDRESSES,
  parseInvite,
  readInviteFromAddress,
  type Invite,
} from '../../../src/platform/invite.ts';

const ORIGIN = 'http://localhost:4173';

const invite: Invite = {
  secret: 'AAECAwQFBgcICQoLDA0ODw',
  teamName: 'Fahrradladen „Speiche“ 🚲',
  rendezvous: ['ws://localhost:4173/rendezvous', 'wss://192.168.1.7:4173/rendezvous'],
  agentId: null,
  iceServers: [],
};

const STUN = { url: 'stun:stun.example:3478', username: '', credential: '' };
const TURN = { url: 'turns:[2001:db8::1]:5349?transport=tcp', username: 'hana', credential: 'pass word' };

const link = formatInvite(ORIGIN, invite);
const reasonOf = (text: string): string => {
  const result = parseInvite(text);
  return result.ok ? 'ok' : result.reason;
};

/** A link whose length and check are right and whose body is anything. */
const linkWith = (content: unknown): string => {
  const body = Buffer.from(JSON.stringify(content));
  const check = createHash('sha256').update(body).digest().subarray(0, 4);
  const bytes = Buffer.concat([Buffer.from([body.length >> 8, body.length & 255]), body, check]);
  return `${ORIGIN}/#join=1.${bytes.toString('base64url')}`;
};

describe('an invite', () => {
  it('says in its link all that a newcomer needs', () => {
    expect(link).toMatch(/^http:\/\/localhost:4173\/#join=1\.[\w-]+$/);
    expect(parseInvite(link)).toEqual({ ok: true, invite });
  });

  it('names the agent where it is for a second device', () => {
    const own = { ...invite, agentId: 'agent-1' };
    expect(parseInvite(formatInvite(ORIGIN, own))).toEqual({ ok: true, invite: own });
  });

  it('carries the STUN and TURN servers of the team', () => {
    const withServers = { ...invite, iceServers: [STUN, TURN] };
    expect(parseInvite(formatInvite(ORIGIN, withServers))).toEqual({ ok: true, invite: withServers });
  });

  it('is never longer than what a desk takes, whatever servers the team has', () => {
    const long = 'é'.repeat(250);
    const iceServers = Array.from({ length: 8 }, (_, n) => ({
      url: `turn:${n}.example`,
      username: long,
      credential: long,
    }));
    const parsed = parseInvite(formatInvite(ORIGIN, { ...invite, iceServers }));
    if (!parsed.ok) throw new Error(parsed.reason);
    expect(parsed.invite.iceServers).toEqual(iceServers.slice(0, parsed.invite.iceServers.length));
    expect(parsed.invite.iceServers.length).toBeGreaterThan(2);
  });

  it('of an earlier version has no servers, and nonsense in their place is left out', () => {
    const old = { s: invite.secret, n: 'x', r: [] };
    const serversOf = (body: unknown): unknown => {
      const parsed = parseInvite(linkWith(body));
      return parsed.ok ? parsed.invite.iceServers : parsed.reason;
    };
    expect(serversOf(old)).toEqual([]);
    const odd = [7, null, ['http://x', '', ''], ['stun:a b', '', ''], [STUN.url, '', ''], ['turn:t.example', '', '']];
    expect(serversOf({ ...old, i: odd })).toEqual([STUN]);
    const many = Array.from({ length: 90 }, (_, n) => [`stun:${n}.example`, '', '']);
    expect(serversOf({ ...old, i: many })).toHaveLength(8);
  });

  it('is the same for every team name, whatever characters it has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: MAX_NAME / 2 }), (teamName) => {
        expect(parseInvite(formatInvite(ORIGIN, { ...invite, teamName }))).toEqual({
          ok: true,
          invite: { ...invite, teamName },
        });
      }),
    );
  });

  it('carries at most eight addresses, and only of a rendezvous', () => {
    const rendezvous = Array.from({ length: 12 }, (_, index) => `ws://10.0.0.${index}/rendezvous`);
    const parsed = parseInvite(formatInvite(ORIGIN, { ...invite, rendezvous: ['http://10.0.0.1/', ...rendezvous] }));
    expect(parsed).toMatchObject({ ok: true, invite: { rendezvous: rendezvous.slice(0, MAX_ADDRESSES) } });
  });
});

describe('what is pasted as an invite', () => {
  it('may be the link, its fragment, or either with white space and line breaks', () => {
    const fragment = link.slice(link.indexOf('#'));
    const broken = `${link.slice(0, 40)}\r\n ${link.slice(40)}`;
    const texts = [link, fragment, fragment.slice(1), ` \n${link}\t\n`, broken, link.replace('join=', 'join%3D')];
    for (const text of texts) expect(parseInvite(text)).toEqual({ ok: true, invite });
  });

  it('may have come by another address of the same desk', () => {
    expect(reasonOf(link.replace(ORIGIN, 'https://desk.example/path'))).toBe('ok');
  });

  it('says that nothing is there', () => {
    expect(reasonOf('')).toBe('inviteEmpty');
    expect(reasonOf(' \n ')).toBe('inviteEmpty');
  });

  it('says that it was cut off, wherever that was in the fragment', () => {
    for (let end = link.indexOf('#') + 1; end < link.length; end += 1) {
      expect(reasonOf(link.slice(0, end)), link.slice(0, end)).toBe('inviteTruncated');
    }
  });

  it('says that it is wrong', () => {
    const texts = ['hello', ORIGIN, `${ORIGIN}/#desk`, '<script>', `${link}AAAA`, `${link}!`, `${ORIGIN}/#join=0.AAAA`];
    for (const text of [...texts, `${ORIGIN}/#join=x.AAAA`, `${ORIGIN}/#join=.AAAA`]) {
      expect(reasonOf(text), text).toBe('inviteWrong');
    }
  });

  it('is never taken with one character changed', () => {
    const start = link.indexOf('.', link.indexOf('#')) + 1;
    for (let at = start; at < link.length; at += 1) {
      const changed = link.charAt(at) === 'A' ? 'B' : 'A';
      expect(reasonOf(link.slice(0, at) + changed + link.slice(at + 1))).not.toBe('ok');
    }
  });

  it('says that it is of a newer version', () => {
    expect(reasonOf(link.replace('join=1.', 'join=2.'))).toBe('inviteNewer');
    expect(reasonOf(`${ORIGIN}/#join=17.whatever+comes/then`)).toBe('inviteNewer');
  });

  it('says that it is too long, at 10 MB at once', () => {
    expect(reasonOf('x'.repeat(10_000_000))).toBe('inviteTooLong');
    expect(reasonOf(link + 'A'.repeat(9000))).toBe('inviteTooLong');
  });

  it('is right whoever wrote it, where its body is', () => {
    expect(reasonOf(linkWith({ s: invite.secret, n: 'x', r: [], later: 'unknown here' }))).toBe('ok');
  });

  it.each([
    ['nothing', null],
    ['a short secret', { s: 'AAEC', n: 'x', r: [] }],
    ['no name', { s: invite.secret, n: '', r: [] }],
    ['a name above the limit', { s: invite.secret, n: 'x'.repeat(MAX_NAME + 1), r: [] }],
    ['an address of another kind', { s: invite.secret, n: 'x', r: ['https://elsewhere.example/'] }],
    ['too many addresses', { s: invite.secret, n: 'x', r: Array.from({ length: 9 }, () => 'ws://a/') }],
    ['an agent above the limit', { s: invite.secret, n: 'x', r: [], a: 'x'.repeat(100) }],
  ])('is wrong where it holds %s', (_what, body) => {
    expect(reasonOf(linkWith(body))).toBe('inviteWrong');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(reasonOf(`#join=1.${toBase64Url(bytes)}`)).toMatch(/^invite(Wrong|Truncated)$/);
      }),
    );
  });
});

describe('an address of a rendezvous', () => {
  it.each(['ws://localhost:4173/rendezvous', 'wss://desk.example/r', 'ws://[::1]:80/'])('may be %s', (address) => {
    expect(isRendezvousAddress(address)).toBe(true);
  });

  it.each([
    'http://localhost/',
    'javascript:alert(1)',
    '//desk.example',
    '',
    'ws://',
    'ws://me:pass@desk.example/',
    'ws://desk.example/#join',
    `ws://desk.example/${'x'.repeat(200)}`,
  ])('may not be %s', (address) => {
    expect(isRendezvousAddress(address)).toBe(false);
  });
});

describe('an invite in the address bar', () => {
  const visit = (href: string): { invite: string; shown: string | URL | null | undefined } => {
    let shown: string | URL | null | undefined = href;
    const history = {
      state: null,
      replaceState: (_state: unknown, _unused: string, url?: string | URL | null): void => {
        shown = url;
      },
    };
    return { invite: readInviteFromAddress(new URL(href) as unknown as Location, history), shown };
  };

  it('is read and taken out of it', () => {
    const { invite: found, shown } = visit(link.replace('/#', '/desk?theme=dark#'));
    expect(parseInvite(found)).toEqual({ ok: true, invite });
    expect(shown).toBe('/desk?theme=dark');
  });

  it('is taken out even where it is of a newer version', () => {
    expect(visit(`${ORIGIN}/#join=2.abc`)).toEqual({ invite: `${ORIGIN}/#join=2.abc`, shown: '/' });
  });

  it('leaves every other address alone', () => {
    expect(visit(`${ORIGIN}/#chat`)).toEqual({ invite: '', shown: `${ORIGIN}/#chat` });
  });
});
