import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../../src/domain/conversation-state.ts';
import { plainText } from '../../../src/view/plain-text.ts';
import { SearchIndex } from '../../../src/view/search/search-index.ts';
import { Log } from '../../support/log.ts';

const index = (log: Log) => {
  const { conversations } = log.fold();
  const search = new SearchIndex();
  search.warm(conversations.values(), 100);
  return { search, conversations, find: (query: string, most = 20) => search.find(query, conversations, most) };
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

  test('what has changed is found by its new words once it was read again', () => {
    const { search, conversations } = index(log);
    mira.customerWrites('It is 5 Harbour Road now.');
    const later = log.fold().conversations;
    search.warm(later.values(), 100);
    expect(search.find('harbour', later, 20).total).toBe(1);
    expect(search.find('harbour', conversations, 20).total).toBe(1);
  });

  test('reading stops when it is told to, and goes on where it stopped', () => {
    const { conversations } = log.fold();
    const search = new SearchIndex();
    expect(search.warm(conversations.values(), 1)).toBe(false);
    expect(search.find('e', conversations, 20).isWhole).toBe(false);
    expect(search.warm(conversations.values(), 100)).toBe(true);
    expect(search.find('e', conversations, 20).isWhole).toBe(true);
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
