// Exports that other programs read: whole, and harmless in a spreadsheet.

import { describe, expect, it } from 'vitest';
import { asAgentId, asDeviceId, asWallMs } from '../../../src/domain/ids.ts';
import { Replica } from '../../../src/replica/replica.ts';
import { csv, csvCell, jsonLines } from '../../../src/view/readable-export.ts';

let serial = 0;
const replicaWith = (texts: readonly string[], at = Date.UTC(2026, 10, 19)): Replica => {
  const replica = new Replica({ device: asDeviceId('d'), token: (n) => `${(serial += 1)}`.padStart(n, '0') });
  const me = asAgentId('agent-a');
  const conversation = 'c1' as never;
  replica.write(me, [{ kind: 'joined', name: 'Hana', role: 'agent' }], asWallMs(at));
  const customer = { key: 'k', name: '=cmd|calc' };
  const opened = { channel: 'email', thread: 't', customer, subject: 'A, "quoted" one', priority: 'normal' as const };
  replica.write(me, [{ kind: 'opened', conversation, skills: [], ...opened }], asWallMs(at));
  for (const text of texts) {
    replica.write(me, [{ kind: 'message', conversation, from: 'customer', text }], asWallMs(at));
    replica.write(me, [{ kind: 'note', conversation, text: `note on ${text}` }], asWallMs(at));
  }
  return replica;
};

describe('a cell of a spreadsheet', () => {
  it('is text where it would be a formula', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '\n=1', '\uff1d1', '\u0000=1']) {
      expect(csvCell(text).replace(/^"/, '').startsWith("'"), JSON.stringify(text)).toBe(true);
    }
    for (const text of ['Hello', '1 + 1 = 2', 'a@b.example', '', '٢']) expect(csvCell(text)).toBe(text);
  });

  it('keeps commas, quotes and line breaks within itself', () => {
    expect(csvCell('a,b')).toBe('"a,b"');
    expect(csvCell('say "hi"\nthere')).toBe('"say ""hi""\nthere"');
  });
});

describe('the conversations of a team', () => {
  it('as CSV: a message a line, names instead of ids', () => {
    const lines = csv(replicaWith(['Hello', '=HYPERLINK("x")']).team).split('\r\n');
    expect(lines[0]).toBe('\ufeffconversation,channel,customer,subject,state,holder,time,from,kind,text');
    expect(lines[1]).toBe(
      `c1,email,'=cmd|calc,"A, ""quoted"" one",waiting,,2026-11-19T00:00:00.000Z,'=cmd|calc,message,Hello`,
    );
    expect(lines[2]).toContain(',Hana,note,note on Hello');
    expect(lines[3]).toContain(`,message,"'=HYPERLINK(""x"")"`);
    expect(lines).toHaveLength(6);
  });

  it('as JSON Lines: a conversation a line, with all that happened', () => {
    const [line = '', ...rest] = jsonLines(replicaWith(['Hello']).team).split('\n');
    expect(rest).toEqual(['']);
    const parsed = JSON.parse(line) as { readonly events: readonly { readonly kind: string }[] };
    expect(parsed.events.map(({ kind }) => kind)).toEqual(['opened', 'message', 'note']);
    expect(parsed).toMatchObject({ id: 'c1', state: 'waiting', customer: { name: '=cmd|calc' } });
  });

  it('with whatever the writer’s clock said', () => {
    for (const at of [0, Date.UTC(2100, 0, 1)]) {
      expect(csv(replicaWith(['Hello'], at).team).split('\r\n')).toHaveLength(4);
      expect(jsonLines(replicaWith(['Hello'], at).team)).toContain('"opened"');
    }
  });
});
