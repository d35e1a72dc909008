// Customers and what they write. Exchanges are as long as those of real dialogues: 2 to 16 messages of a
// customer, mostly 8. The same exchange comes in at several devices, as when two poll one mailbox.

import type { NewConversation } from '../../src/engine/desk-types.ts';
import type { Chance } from './chance.ts';

interface Exchange {
  readonly conversation: Omit<NewConversation, 'messages'>;
  readonly length: number;
  written: number;
}

const RECENT = 25;
const CUSTOMERS = 40;

export class Customers {
  readonly #exchanges: Exchange[] = [];

  comes(chance: Chance): NewConversation {
    const number = this.#exchanges.length;
    const customer = `customer ${chance.below(CUSTOMERS)}`;
    const exchange = {
      conversation: {
        channel: 'mail',
        thread: `thread ${number}`,
        customer: { key: customer, name: customer },
        subject: `Parcel ${number}`,
        priority: chance.one(['normal', 'normal', 'normal', 'high', 'urgent', 'low'] as const),
        skills: chance.happens(0.08) ? ['tax'] : [],
      },
      length: 2 + Math.min(14, chance.below(8) + chance.below(7)),
      written: 1 + chance.below(2),
    };
    this.#exchanges.push(exchange);
    return this.#asRead(exchange);
  }

  /** Somebody writes again; null where nobody has anything left to say. */
  writesAgain(chance: Chance): NewConversation | null {
    const open = this.#recent().filter(({ written, length }) => written < length);
    if (open.length === 0) return null;
    const exchange = chance.one(open);
    exchange.written += 1;
    return this.#asRead(exchange);
  }

  /** What is there already is read once more. */
  isReadAgain(chance: Chance): NewConversation | null {
    const recent = this.#recent();
    return recent.length === 0 ? null : this.#asRead(chance.one(recent));
  }

  #recent(): readonly Exchange[] {
    return this.#exchanges.slice(-RECENT);
  }

  #asRead({ conversation, written }: Exchange): NewConversation {
    const messages = Array.from({ length: written }, (_, index) => ({
      key: `${conversation.thread} ${index}`,
      from: 'customer' as const,
      text: `Message ${index}`,
    }));
    return { ...conversation, messages };
  }
}
