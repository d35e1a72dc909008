// What happened, step by step: always as a number that tells two runs apart, and as lines where they
// are asked for.

export class Trace {
  readonly lines: string[] = [];
  readonly isOn: boolean;
  #hash = 0x811c9dc5;

  constructor(isOn: boolean) {
    this.isOn = isOn;
  }

  get hash(): number {
    return this.#hash >>> 0;
  }

  note(step: number, at: number, kind: string, where: string): void {
    this.#mix(at);
    for (let index = 0; index < where.length; index += 1) this.#mix(where.charCodeAt(index));
    this.#mix(kind.length);
    if (this.isOn) this.say(`${step} ${(at / 1000).toFixed(3)} ${where} ${kind}`);
  }

  say(line: string): void {
    this.lines.push(line);
  }

  #mix(value: number): void {
    this.#hash = Math.imul(this.#hash ^ (value | 0), 0x01000193);
  }
}
