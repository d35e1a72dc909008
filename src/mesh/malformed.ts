// What a peer sent and must not: thrown while its bytes are read, caught where they came in (link.ts,
// signal-gate.ts), never let out into the page.

export class Malformed extends Error {
  override readonly name = 'Malformed';
}
