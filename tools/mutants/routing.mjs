// Faults in what is decided and written: queue, election, choice, reclaim, clocks, presence, acts, and the way
// of entries in and out of the document.

/** @typedef {import('./domain.mjs').Mutant} Mutant */

/** @param {string} file @param {string} first @param {readonly (readonly [string, string, string])[]} faults */
const faultsIn = (file, first, faults) =>
  faults.map(([fault, from, to]) => ({ fault, file: `src/${file}`, from, to, first: `test/unit/${first}` }));

/** @type {readonly Mutant[]} */
export const ROUTING_MUTANTS = [
  ...faultsIn('domain/queue.ts', 'domain/queue.test.ts', [
    [
      'equal waits stand as they come',
      'a.key - b.key || compareOpened(a.conversation, b.conversation)',
      'a.key - b.key',
    ],
    [
      'a stamp from the future waits behind all others',
      'Math.min(conversation.waitingSince, now)',
      'conversation.waitingSince',
    ],
    [
      'a priority is worth more than any wait',
      'headStartS(conversation.priority, settings) * 1000',
      'headStartS(conversation.priority, settings) * 1e9',
    ],
  ]),
  ...faultsIn('domain/waiting-list.ts', 'domain/queue.test.ts', [
    ['new head starts move nobody', 'this.#mustRebuild = true;', ''],
  ]),
  ...faultsIn('domain/eligibility.ts', 'domain/assignment.test.ts', [
    ['capacity is off by one', 'agent.open >= settings.capacity', 'agent.open > settings.capacity'],
    ['one offer more than may be open', 'agent.offers >= settings.unpickedMax', 'agent.offers > settings.unpickedMax'],
    ['a stale agent is given work', `if (!presence.isResponding) return 'stale';`, ''],
    ['whoever is not Ready is given work', `if (presence.status !== 'ready') return presence.status;`, ''],
    [
      'one skill of several is enough',
      'conversation.skills.every(',
      '(conversation.skills.length === 0 ? [true] : conversation.skills).some(',
    ],
    ['who missed it could have it', `conversation.missed.includes(agent.id) ? 'missed' : null`, 'null'],
  ]),
  ...faultsIn('domain/assignment.ts', 'domain/assignment.test.ts', [
    [
      'capacity is off by one within a pass',
      'candidate.open < this.#settings.capacity',
      'candidate.open <= this.#settings.capacity',
    ],
    [
      'who served the customer is not asked',
      'lastServer === null ? undefined : this.#byAgent.get(lastServer)',
      'undefined',
    ],
    ['nobody is asked a second time', 'fresh.length > 0 ? fresh : skilled', 'fresh'],
    [
      'what nobody may take blocks what is behind it',
      'if (assignment !== null) assignments.push(assignment);',
      'if (assignment === null) break;\n    assignments.push(assignment);',
    ],
    [
      'the reason says more than could have it',
      'this.#reason(candidate, next, asked.length,',
      'this.#reason(candidate, next, this.#heap.size,',
    ],
  ]),
  ...faultsIn('domain/candidate-heap.ts', 'domain/assignment.test.ts', [
    ['of equal loads the id decides, not the turn', 'a.open - b.open || a.turn - b.turn ||', 'a.open - b.open ||'],
    [
      'the turn decides before the load',
      'a.open - b.open || a.turn - b.turn ||',
      'a.turn - b.turn || a.open - b.open ||',
    ],
  ]),
  ...faultsIn('domain/election.ts', 'domain/election.test.ts', [
    ['an Away agent’s peer dispatches', `standing.intent !== 'ready' || `, ''],
    ['a stale peer dispatches', 'peer.isStale || ', ''],
    ['a peer that has not caught up dispatches', ' || !peer.isCaughtUp', ''],
    [
      'of one agent’s peers the first in sight dispatches',
      ' || (a.peer.peer < b.peer.peer ? -1 : a.peer.peer > b.peer.peer ? 1 : 0)',
      '',
    ],
    [
      'the last choice dispatches, so that each newcomer takes over',
      'compareOrder(a.choice, b.choice) ||',
      'compareOrder(b.choice, a.choice) ||',
    ],
  ]),
  ...faultsIn('domain/reclaim.ts', 'domain/reclaim.test.ts', [
    [
      'reclaim while nobody is Ready',
      '|| whyNotFree(agent, presence(agent.id), settings) !== null) continue;',
      ') continue;',
    ],
    ['reclaim before the time is up', 'age.openMs >= settings.pickupTimeoutMs', 'age.openMs >= settings.awayGraceMs'],
    ['going Away loses an offer at once', `age.notReadyMs >= settings.awayGraceMs ? 'away' : null`, `'away'`],
    ['who was not heard yet is gone', `holder.isGone ? 'gone' : null`, `'gone'`],
    ['reclaim for one without the skills', 'if (hasSkills(agent, conversation)) return true;', 'return true;'],
  ]),
  ...faultsIn('engine/offer-clocks.ts', 'engine/offer-clocks.test.ts', [
    [
      'a timer is inherited: an offer is as old as the desk',
      'head: conversation.base, at: this.#running',
      'head: conversation.base, at: 0',
    ],
    [
      'the next offer goes on with the clock of the last',
      '?.head === conversation.base) return;',
      ' !== undefined) return;',
    ],
    ['clocks do not begin anew with the first Ready agent', 'this.#zero = this.#running;', ''],
    [
      'clocks run while there is no dispatcher',
      'if (this.#isRunning && this.#lastAt !== null)',
      'if (this.#lastAt !== null)',
    ],
    ['time asleep counts', 'Math.min(now - this.#lastAt, STALE_MS)', '(now - this.#lastAt)'],
    [
      'who comes back Ready is still not Ready for the clock',
      'if (isReady) this.#notReady.delete(agent);\n    else if',
      'if',
    ],
  ]),
  ...faultsIn('engine/lookout.ts', 'engine/reclaiming.test.ts', [
    [
      'one more Ready agent sets every clock back',
      'if (isAnyReady && !this.#wasAnyReady) this',
      'if (isAnyReady) this',
    ],
  ]),
  ...faultsIn('engine/dispatcher.ts', 'engine/dispatcher.test.ts', [
    [
      'a skipped recheck of who dispatches',
      'step < STEPS_MAX && isMine(); step',
      'step < STEPS_MAX && (step > 0 || isMine()); step',
    ],
    ['a decision names no base', 'base: conversation.base, to, round, reason', 'base: null, to, round, reason'],
    [
      'everything overdue is taken back at once, wanted or not',
      'if (cause === null || !isWantedElsewhere(offer, offer.owner, agents.values(), this.#presence, settings)) continue;',
      'if (cause === null) continue;',
    ],
  ]),
  ...faultsIn('engine/dispatcher.ts', 'engine/misses.test.ts', [
    ['a fourth miss before Away', 'missedInRow < MISSES_TO_AWAY ||', 'missedInRow <= MISSES_TO_AWAY ||'],
  ]),
  ...faultsIn('engine/desk.ts', 'engine/dispatching.test.ts', [
    [
      'a decision waits for the next tick',
      'this.#seeConversations(this.#pick(conversations));\n    this.#settle();',
      'this.#seeConversations(this.#pick(conversations));',
    ],
  ]),
  ...faultsIn('engine/presence.ts', 'engine/statuses.test.ts', [
    ['a status is shown before the choice is here', '|| !hasMet) continue;', ') continue;'],
    [
      'five seconds of silence are a logout',
      'now.mono - known.heardAt < GONE_MS',
      'now.mono - known.heardAt < STALE_MS',
    ],
    [
      'a goodbye is a lost connection',
      '    this.#peers.delete(peer);\n    this.#inStep.delete(peer);',
      '    this.#inStep.delete(peer);',
    ],
    ['who slept trusts what it saw before', 'if (slept) this.#isDoubtful = true;', ''],
  ]),
  ...faultsIn('engine/session.ts', 'engine/session.test.ts', [
    [
      'a derived Logged out is stored',
      `[{ kind: 'logout' }]`,
      `[{ kind: 'logout' }, { kind: 'status', of: desk.me, intent: 'away', replaces: [], by: 'person' }]`,
    ],
  ]),
  ...faultsIn('engine/acts.ts', 'engine/acts.test.ts', [
    [
      'a reply does not take it first',
      `if (conversation.state !== 'active' || conversation.owner !== this.me) {`,
      'if (conversation === null) {',
    ],
    ['a close claims to have seen every message', 'seen: conversation.customerMessages', 'seen: 1_000_000'],
    [
      'a choice replaces nothing',
      `intent, replaces: replacedBy(standing), by: 'person'`,
      `intent, replaces: [], by: 'person'`,
    ],
  ]),
  ...faultsIn('engine/acts.ts', 'engine/transfers.test.ts', [
    [
      'no transfer above capacity',
      'if (!this.replica.team.agents.has(to))',
      'if ((this.replica.team.agents.get(to)?.open ?? 99) >= this.replica.team.settings.capacity)',
    ],
  ]),
  ...faultsIn('engine/raised.ts', 'engine/transfers.test.ts', [
    ['a transfer is raised after one time-out', 'const limitMs = 2 *', 'const limitMs = 1 *'],
  ]),
  ...faultsIn('engine/intake-drafts.ts', 'engine/acts.test.ts', [
    ['a message brought in again is written again', 'if (!known.knows(messageId)) drafts', 'drafts'],
  ]),
  ...faultsIn('replica/replica.ts', 'replica/replica.test.ts', [
    ['the counter stands still', 'Math.min(lamport + 1, MAX_LAMPORT)', 'Math.min(lamport, MAX_LAMPORT)'],
    [
      'two starts of one device share a log',
      'logKey(at, this.device, this.#token(SESSION_BYTES))',
      `logKey(at, this.device, 'session')`,
    ],
  ]),
  ...faultsIn('replica/log-reader.ts', 'replica/replica.test.ts', [
    ['what does not parse is not counted', 'else this.#skip(key, parsed.reason);', ''],
  ]),
  ...faultsIn('replica/wire.ts', 'replica/wire.test.ts', [
    [
      'kinds of a newer version are dropped',
      `return 'u' in wire && 'w' in wire ? 'unknownRouting' : null;`,
      'return null;',
    ],
  ]),
  ...faultsIn('domain/limits.ts', 'replica/wire.test.ts', [
    ['a counter may be used up', 'MAX_LAMPORT = 2 ** 40', 'MAX_LAMPORT = 2 ** 53'],
  ]),
  ...faultsIn('domain/derived-ids.ts', 'domain/derived-ids.test.ts', [
    [
      'threads of two channels are one conversation',
      `shortHash('conversation', [channel, thread])`,
      `shortHash('conversation', [thread])`,
    ],
  ]),
  ...faultsIn('engine/desk.ts', 'engine/own-miss.test.ts', [
    ['who is elected is not looked at again before a write', 'this.#lookout.elect(now);\n    return', 'return'],
  ]),
  ...faultsIn('engine/presence.ts', 'engine/own-miss.test.ts', [
    ['a second tab of one agent hides the first', 'seen.isResponding ||= !isStale', 'seen.isResponding = !isStale'],
  ]),
];
