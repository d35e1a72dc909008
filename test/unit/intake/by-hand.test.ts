import { describe, expect, it } from 'vitest';
import { MAX_NAME, MAX_SUBJECT, MAX_TEXT } from '../../../src/domain/limits.ts';
import { byHand, checkForm, type HandForm } from '../../../src/intake/by-hand.ts';

const form: HandForm = {
  customer: 'Ada Lovelace',
  channel: 'phone',
  subject: 'Engine does not start',
  message: 'It worked yesterday.',
  priority: 'high',
  skills: [],
};

const reasons = (patch: Partial<HandForm>): string[] => {
  const result = checkForm({ ...form, ...patch });
  return result.ok ? [] : result.refusals.map(({ field, reason }) => `${field}: ${reason}`);
};

const customerOf = (name: string) => {
  const result = checkForm({ ...form, customer: name });
  if (!result.ok) throw new Error('refused');
  return result.conversation.customer;
};

describe('a conversation by hand', () => {
  it('[QU1] becomes one conversation with a random id: it has no thread', () => {
    expect(checkForm(form)).toEqual({
      ok: true,
      conversation: {
        channel: 'phone',
        thread: null,
        customer: { key: 'by-hand/ada lovelace', name: 'Ada Lovelace' },
        subject: 'Engine does not start',
        priority: 'high',
        skills: [],
        messages: [{ key: null, from: 'customer', text: 'It worked yesterday.' }],
      },
    });
  });

  it('says of each field what is wrong with it, in the order of the form', () => {
    expect(reasons({ customer: ' ', channel: '', subject: '\n', message: '', priority: 'soon' })).toEqual([
      'customer: customerEmpty',
      'channel: channelEmpty',
      'subject: subjectEmpty',
      'message: messageEmpty',
      'priority: priorityUnknown',
    ]);
  });

  it('takes every field up to its limit and not one character more', () => {
    const atLimit = {
      customer: 'n'.repeat(MAX_NAME),
      channel: 'c'.repeat(MAX_NAME),
      subject: 's'.repeat(MAX_SUBJECT),
      message: 'm'.repeat(MAX_TEXT),
    };
    expect(reasons(atLimit)).toEqual([]);
    expect(reasons({ customer: `${atLimit.customer}n` })).toEqual(['customer: customerTooLong']);
    expect(reasons({ channel: `${atLimit.channel}c` })).toEqual(['channel: channelTooLong']);
    expect(reasons({ subject: `${atLimit.subject}s` })).toEqual(['subject: subjectTooLong']);
    expect(reasons({ message: `${atLimit.message}m` })).toEqual(['message: messageTooLong']);
  });

  it('refuses 10 MB of text in any field', () => {
    const huge = 'x'.repeat(10_000_000);
    expect(reasons({ customer: huge, channel: huge, subject: huge, message: huge })).toHaveLength(4);
  });

  it('takes names as they are: right-to-left, emoji, markup', () => {
    for (const name of ['עדה לבלייס', '👩‍🚀👨‍👩‍👧‍👦', '<script>alert(1)</script>']) expect(customerOf(name).name).toBe(name);
  });

  it('[AS3] knows the same customer again by the name, case and spacing aside', () => {
    expect(customerOf('  ADA   lovelace ').key).toBe(customerOf('Ada Lovelace').key);
    expect(customerOf('Ada Lovelac').key).not.toBe(customerOf('Ada Lovelace').key);
  });

  it('keeps the key of the longest name within the limit of a key', () => {
    expect(customerOf('𝄞'.repeat(MAX_NAME / 2)).key.length).toBeLessThanOrEqual(MAX_NAME);
  });

  it('replaces half a character, which no teammate could be sent', () => {
    expect(customerOf('Ada \uD83D').name).toBe('Ada \uFFFD');
  });

  it('is a way in like any other', async () => {
    const read = async (typed: HandForm) => {
      const kinds: string[] = [];
      for await (const item of byHand.read(typed)) kinds.push(item.kind === 'skipped' ? item.reason : item.kind);
      return kinds;
    };
    expect(await read(form)).toEqual(['conversation']);
    expect(await read({ ...form, subject: '', message: '' })).toEqual(['subjectEmpty', 'messageEmpty']);
  });
});
