// A value with the place of the entry that set it: the last in the total order stands, whatever the
// order of arrival. For names, roles, skills and settings, where the later choice is meant to win;
// never for who holds a conversation (CO1).

import { compareOrder, type Order } from './order.ts';

export class Latest<T> {
  value: T;
  #order: Order | null = null;

  constructor(value: T) {
    this.value = value;
  }

  set(value: T, order: Order): void {
    if (this.#order !== null && compareOrder(order, this.#order) < 0) return;
    this.value = value;
    this.#order = { lamport: order.lamport, device: order.device, id: order.id };
  }
}
