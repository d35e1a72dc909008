// A value with the place of the entry that set it: the last in the total order stands, whatever the
// order of arrival. For names, roles, skills and settings, where the later choice is meant to win;
// never for who holds a conversation (CO1).

import { compareOrder, orderOf, type Order } from './order.ts';

export class Latest<T> {
  value: T;
  #order: Order | null = null;

  constructor(value: T) {
    this.value = value;
  }

  set(value: T, order: Order): void {
    const difference = this.#order === null ? 1 : compareOrder(order, this.#order);
    // Two at one place are forged (order.ts): any fixed choice will do.
    if (difference < 0 || (difference === 0 && JSON.stringify(value) < JSON.stringify(this.value))) return;
    this.value = value;
    this.#order = orderOf(order);
  }
}
