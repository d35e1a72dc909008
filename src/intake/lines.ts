// A file of any size as lines, without ever holding more of it than one line and one piece. Lines
// are cut as bytes and decoded one by one, so that bytes that are no UTF-8 spoil their own line only,
// and a line above the bound is passed over without being kept.

/** A longer line is passed over. */
export const MAX_LINE_BYTES = 1_000_000;

export type Line =
  | { readonly kind: 'text'; readonly number: number; readonly bytes: number; readonly text: string }
  | { readonly kind: 'tooLong' | 'invalidUtf8'; readonly number: number; readonly bytes: number }
  /** The first piece holds a zero byte: no text file. Nothing follows. */
  | { readonly kind: 'binary'; readonly number: number; readonly bytes: number }
  | { readonly kind: 'advanced'; readonly bytes: number };

const NEW_LINE = 0x0a;

/** Gathers the pieces of one line, up to the bound. */
class LineBuffer {
  #pieces: Uint8Array[] = [];
  #length = 0;

  add(piece: Uint8Array): void {
    this.#length += piece.length;
    if (this.#length > MAX_LINE_BYTES) this.#pieces = [];
    // A copy: a piece's own memory is far larger than the end of it that waits here.
    else this.#pieces.push(piece.slice());
  }

  /** The line so far, and empty again; null where it was too long. */
  take(rest: Uint8Array): Uint8Array | null {
    const length = this.#length + rest.length;
    const pieces = this.#pieces;
    this.#pieces = [];
    this.#length = 0;
    if (length > MAX_LINE_BYTES) return null;
    if (pieces.length === 0) return rest;
    const whole = new Uint8Array(length);
    let at = 0;
    for (const piece of [...pieces, rest]) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }
}

class LineReader {
  readonly #buffer = new LineBuffer();
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #number = 0;
  #bytes = 0;

  *piece(piece: Uint8Array): Generator<Line> {
    const start = this.#bytes;
    if (start === 0 && piece.includes(0)) {
      yield { kind: 'binary', number: 1, bytes: piece.length };
      return;
    }
    let from = 0;
    for (let end = piece.indexOf(NEW_LINE); end !== -1; end = piece.indexOf(NEW_LINE, from)) {
      this.#bytes = start + end + 1;
      yield this.#line(piece.subarray(from, end));
      from = end + 1;
    }
    this.#buffer.add(piece.subarray(from));
    this.#bytes = start + piece.length;
    yield { kind: 'advanced', bytes: this.#bytes };
  }

  /** What stands behind the last line's end. */
  *rest(): Generator<Line> {
    if (!this.#buffer.isEmpty) yield this.#line(new Uint8Array());
  }

  #line(rest: Uint8Array): Line {
    this.#number += 1;
    const place = { number: this.#number, bytes: this.#bytes };
    const line = this.#buffer.take(rest);
    if (line === null) return { kind: 'tooLong', ...place };
    try {
      return { kind: 'text', ...place, text: this.#decoder.decode(line) };
    } catch {
      return { kind: 'invalidUtf8', ...place };
    }
  }
}

export async function* readLines(stream: ReadableStream<Uint8Array>): AsyncGenerator<Line> {
  const source = stream.getReader();
  const lines = new LineReader();
  try {
    for (let next = await source.read(); !next.done; next = await source.read()) {
      for (const line of lines.piece(next.value)) {
        yield line;
        if (line.kind === 'binary') return;
      }
    }
    yield* lines.rest();
  } finally {
    // Also where the reader of these lines stops early: the file is let go.
    await source.cancel().catch(() => undefined);
  }
}
