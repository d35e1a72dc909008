// Faults in what the fold says of one conversation and of the team: what a hasty change could make of the rules
// without anything looking wrong. Each replaces one piece of the source, which stands there once. `first` is the
// file of tests to begin with; where none of it fails, all of them run.

/** @typedef {{ fault: string, file: string, from: string, to: string, first: string }} Mutant */

/** @param {string} file @param {string} first @param {readonly (readonly [string, string, string])[]} faults */
const faultsIn = (file, first, faults) =>
  faults.map(([fault, from, to]) => ({
    fault,
    file: `src/domain/${file}`,
    from,
    to,
    first: `test/unit/domain/${first}`,
  }));

/** @type {readonly Mutant[]} */
export const DOMAIN_MUTANTS = [
  ...faultsIn('crossing.ts', 'crossed-acts.test.ts', [
    ['a last-writer-wins assignee', `? 'crossed' : 'lost';`, `? 'crossed' : 'crossed';`],
    [
      'of equally strong acts the earlier stands',
      `strength >= present.headStrength ? 'crossed' : 'lost'`,
      `strength > present.headStrength ? 'crossed' : 'lost'`,
    ],
    ['a crossed reclaim counts', 'arriving.namesHead && isOpenOffer(present)', 'isOpenOffer(present)'],
    [
      'a crossed offer does not replace an offer',
      `present.state === 'waiting' || isOpenOffer(present)`,
      `present.state === 'waiting'`,
    ],
    ['a take-over is weaker than a pick-up', 'taken: 4', 'taken: 2'],
    ['a return is weaker than a close', 'returned: 2', 'returned: 0'],
    ['a crossed close ends what somebody took', 'closed: 1', 'closed: 5'],
    ['an answer gives no strength', 'ANSWERED = 5', 'ANSWERED = 3'],
  ]),
  ...faultsIn('crossing.ts', 'conversation.test.ts', [
    [
      'automation takes back what a person transferred',
      `present.state === 'assigned' && present.headKind === 'assigned'`,
      `present.state === 'assigned'`,
    ],
    [
      'an assignment counts on what somebody holds',
      `return present.state === 'waiting' ? 'counts' : 'void'`,
      `return 'counts'`,
    ],
    ['a pick-up down the line of an answer did not know it', `'taken', 'pickedUp'] as const`, `'taken'] as const`],
    ['a return does not break a line of answers', `'reclaimed', 'returned'] as const`, `'reclaimed'] as const`],
    [
      'the dispatcher does not break a line of answers',
      `new Set(['assigned', 'reclaimed', 'returned'] as const)`,
      `new Set(['returned'] as const)`,
    ],
  ]),
  ...faultsIn('line.ts', 'conversation.test.ts', [
    ['who gave it away still holds it', '?.owner === agent', '?.owner !== null'],
    ['an answer is not passed down its line', 'node.answerers = new Set([...node.answerers, agent]);', ''],
  ]),
  ...faultsIn('fold-state.ts', 'conversation.test.ts', [
    ['who replies without holding it has it', '|| !this.#lines.isHolderAt(base, entry.agent)) return;', ') return;'],
    ['a customer message does not reopen', 'this.#reception.customerMessages > this.#closeSaw', 'false'],
    ['a close has seen everything', `entry.kind === 'closed' ? entry.seen : this`, 'this'],
    ['an answered offer stays an offer', `if (this.#outcome.state === 'assigned') this.#outcome =`, 'const _ ='],
    ['a crossed reply does not bring it back', `if (verdict !== 'crossed') return;`, 'return;'],
  ]),
  ...faultsIn('fold-state.ts', 'conversation-facts.test.ts', [
    ['what lost disappears', `if (verdict === 'lost') this.#forks`, `if (verdict === 'void') this.#forks`],
    [
      'going back to the queue begins the wait anew',
      `if (outcome.state !== 'closed') return;`,
      `if (outcome.state === 'waiting') this.#reception.reopen(entry.at);\n    if (outcome.state !== 'closed') return;`,
    ],
    [
      'rounds go on after somebody had it',
      `else this.#rounds.end();\n    if (entry.kind === 'pickedUp'`,
      `if (entry.kind === 'pickedUp'`,
    ],
    [
      'a kind of a newer version has no strength',
      `entry.kind === 'unknownRouting' ? entry.strength : STRENGTH[entry.kind]`,
      `STRENGTH[entry.kind as 'closed'] ?? 0`,
    ],
  ]),
  ...faultsIn('conversation-fold.ts', 'convergence.test.ts', [
    [
      'entries count in the order in which they come',
      'last === undefined || compareEntries(last, entry) < 0',
      'entry !== last',
    ],
  ]),
  ...faultsIn('known-entries.ts', 'convergence.test.ts', [
    [
      'what comes twice counts twice',
      `if (twins.some((twin) => compareEntries(twin, entry) === 0)) return 'held';`,
      '',
    ],
    ['a message brought in by two counts twice', 'if (same === undefined ||', 'if (same !== undefined ||'],
  ]),
  ...faultsIn('order.ts', 'order.test.ts', [
    ['an unstable tie: devices are not compared', ' || compareText(a.device, b.device)', ''],
    [
      'clocks of machines decide the order',
      'a.lamport - b.lamport ||',
      `(Reflect.get(a, 'at') ?? 0) - (Reflect.get(b, 'at') ?? 0) || a.lamport - b.lamport ||`,
    ],
  ]),
  ...faultsIn('latest.ts', 'order.test.ts', [['a name is what came last', 'if (difference < 0 ||', 'if (']]),
  ...faultsIn('reception.ts', 'conversation-facts.test.ts', [
    ['the wait counts from the latest stamp', 'a === null || b < a ? b : a', 'a === null || b > a ? b : a'],
    [
      'a second message begins the wait for an answer anew',
      '#unansweredSince ??= entry.at',
      '#unansweredSince = entry.at',
    ],
  ]),
  ...faultsIn('rounds.ts', 'conversation-facts.test.ts', [
    ['a reclaim for Away is a miss', `entry.cause !== 'timeout' || `, ''],
    ['a next round asks nobody again', 'this.#missed = [];', ''],
  ]),
  ...faultsIn('standing.ts', 'standing.test.ts', [
    ['the bias to Away is dropped: the later choice stands', 'away.at(-1) ?? heads.at(-1)', 'heads.at(-1)'],
    [
      'a choice of the system counts though it was crossed',
      'if (!heads.some(isPersons) || heads.every(isPersons)) return heads;',
      'if (heads.length > 0) return heads;',
    ],
    [
      'a choice replaces the first that it names',
      'for (const id of choice.replaces) replaced',
      'for (const id of choice.replaces.slice(0, 1)) replaced',
    ],
    ['who never chose is Ready', `intent: 'away',`, `intent: 'ready',`],
  ]),
  ...faultsIn('agent-tally.ts', 'reclaim.test.ts', [
    [
      'offers open together are several misses',
      'if (ended !== null && compareOrder(offered, ended) < 0) continue;',
      '',
    ],
    [
      'a choice of the system ends a row of misses',
      `if (entry.by === 'person' && entry.agent === this.id) this.act`,
      'this.act',
    ],
  ]),
  ...faultsIn('agent-tally.ts', 'team.test.ts', [
    [
      'an offer that was picked up counts as one still',
      `if (this.#held.get(conversation) === 'offer') this.#offers -= 1;`,
      '',
    ],
  ]),
  ...faultsIn('agent-tally.ts', 'assignment.test.ts', [
    ['a turn to Ready is no turn', `if (entry.intent === ('ready' satisfies Intent)) this.turn(entry);`, ''],
  ]),
  ...faultsIn('team-fold.ts', 'reclaim.test.ts', [
    ['a miss is not cleared by a reply', ` || entry.kind === 'reply')`, ')'],
  ]),
  ...faultsIn('holdings.ts', 'team.test.ts', [
    [
      'what a person transferred counts as an offer',
      `next.state === 'assigned' && next.offeredBy === 'dispatcher'`,
      `next.state === 'assigned'`,
    ],
    ['who gave it away still has it in their load', 'this.#tally(ownerBefore).hold(next.id, null);', ''],
  ]),
];
