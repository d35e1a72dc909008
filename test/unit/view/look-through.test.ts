import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../../src/domain/conversation-state.ts';
import { plainText } from '../../../src/view/plain-text.ts';
import { LookThrough, stillFound } from '../../../src/view/search/look-through.ts';
import { Log } from '../../support/log.ts';

const index = (log: Log) => {
  const { conversations } = log.fold();
  const find = (query: string, most = 20) => {
    const look = new LookThrough(query, conversations.values(), most);
    expect(look.look(1_000)).toBe(true);
    return look.result;
  };
  return { conversations, find };
};

const namesOf = ({ found }: { readonly found: readonly { readonly conversation: Conversation }[] }) =>
  found.map(({ conversation }) => conversation.customer.name);

describe('search over all conversations', () => {
  const log = new Log();
  const opened = (id: string, customer: string, subject: string) => log.conversation(id, { customer, subject });
  opened('c1', 'Zoë Müller', 'Broken kettle').customerWrites('The handle came off. 請問可以退款嗎？');
  opened('c2', 'Omar', 'Invoice 4471').customerWrites('Where is the kettle that I ordered?');
  const mira = opened('c3', 'Mira', 'Address');

  test('every word of the query stands somewhere in it, whatever the capitals and accents', () => {
    const { find } = index(log);
    expect(namesOf(find('zoe KETTLE'))).toEqual(['Zoë Müller']);
    expect(namesOf(find('ＭＵＬＬＥＲ'))).toEqual(['Zoë Müller']);
    expect(namesOf(find('退款'))).toEqual(['Zoë Müller']);
    expect(namesOf(find('kettle invoice'))).toEqual(['Omar']);
    expect(namesOf(find('kettle mira'))).toEqual([]);
  });

  test('names and subjects come before texts; a text found is shown around the word', () => {
    const { found, total } = index(log).find('kettle');
    expect(found.map(({ conversation, snippet }) => [conversation.customer.name, snippet])).toEqual([
      ['Zoë Müller', ''],
      ['Omar', 'Where is the kettle that I ordered?'],
    ]);
    expect(total).toBe(2);
  });

  test('lists no more than asked for, and counts them all', () => {
    const { found, total } = index(log).find('e', 1);
    expect([found.length, total]).toEqual([1, 3]);
  });

  test('an empty query finds nothing, and one of 100,000 letters takes no time', () => {
    const { find } = index(log);
    expect(find('   ').total).toBe(0);
    expect(find('x'.repeat(100_000)).total).toBe(0);
  });

  test('what has changed is found by its new words', () => {
    mira.customerWrites('It is 5 Harbour Road now.');
    expect(namesOf(index(log).find('harbour'))).toEqual(['Mira']);
  });

  test('it looks at so many entries at a time, and the best so far are known', () => {
    const { conversations, find } = index(log);
    const look = new LookThrough('e', conversations.values(), 20);
    expect(look.look(1)).toBe(false);
    expect(look.result.total).toBe(1);
    while (!look.look(1));
    expect(look.result).toEqual(find('e'));
  });

  test('of many the latest are listed, whatever the order in which they are looked at', () => {
    const many = new Log();
    for (let at = 0; at < 30; at += 1)
      many
        .conversation(`m${at}`, { customer: `Customer ${at}`, subject: 'Order' })
        .customerWrites('Where is my parcel?');
    const { conversations } = many.fold();
    for (const order of [[...conversations.values()], [...conversations.values()].toReversed()]) {
      const look = new LookThrough('parcel', order, 3);
      look.look(1_000);
      expect(namesOf(look.result)).toEqual(['Customer 29', 'Customer 28', 'Customer 27']);
      expect(look.result.total).toBe(30);
    }
  });

  test('until a longer query is answered, what was found before stands as far as it fits', () => {
    const { found } = index(log).find('kettle');
    expect(namesOf({ found: stillFound(found, 'kettle o') })).toEqual(['Zoë Müller', 'Omar']);
    expect(namesOf({ found: stillFound(found, 'kettle ordered') })).toEqual(['Omar']);
    expect(stillFound(found, ' ')).toEqual([]);
  });
});

describe('text for comparing', () => {
  test.for([
    ['Café', 'cafe'],
    ['Ｋａｆｆｅｅ', 'kaffee'],
    ['ÅNGSTRÖM', 'angstrom'],
    ['退款', '退款'],
  ])('%s is compared as %s', ([text, plain]) => {
    expect(plainText(text ?? '')).toBe(plain);
  });
});
