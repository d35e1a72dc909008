// What people wrote in a run, and which of it their own device had stored: that much was promised to
// them, and none of it may be missing anywhere in the end.

import type { AgentBrowser } from '../support/agent-browser.ts';
import { readStoredTeam } from './stored-team.ts';

const STORED_MS = 5_000;
const LOOK_MS = 50;

export class Journal {
  readonly #promised = new Set<string>();
  #written = 0;

  get written(): number {
    return this.#written;
  }

  get promised(): number {
    return this.#promised.size;
  }

  /** Waits until the writer's own device has it; not for ever: a killed browser never will. */
  async note({ page }: AgentBrowser, text: string): Promise<void> {
    this.#written += 1;
    const until = Date.now() + STORED_MS;
    while (Date.now() < until) {
      const { texts } = await readStoredTeam(page);
      if (texts.has(text)) return void this.#promised.add(text);
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }

  missingFrom(texts: ReadonlySet<string>): readonly string[] {
    return [...this.#promised].filter((text) => !texts.has(text));
  }
}
