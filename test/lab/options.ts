// What the command line of the lab asks for.

export interface Options {
  readonly names: readonly string[];
  readonly isShort: boolean;
  /** Null: as many as the scenario has of its own. */
  readonly times: number | null;
  readonly minutes: number | null;
  readonly seed: number;
  /** Tells what every page did with the network in a trial that missed the mark. */
  readonly isTraced: boolean;
}

const NUMBERS = ['--times', '--minutes', '--seed'] as const;

const isNumberFlag = (text: string): text is (typeof NUMBERS)[number] => NUMBERS.some((flag) => flag === text);

/** The options, or a sentence that says what is wrong. */
export const parseOptions = (args: readonly string[], known: readonly string[]): Options | string => {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  let isShort = false;
  let isTraced = false;
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--short') isShort = true;
    else if (arg === '--trace') isTraced = true;
    else if (known.includes(arg)) names.push(arg);
    else if (isNumberFlag(arg)) {
      const value = Number(rest.shift());
      if (!(value > 0)) return `${arg} wants a number above 0.`;
      numbers.set(arg, value);
    } else
      return `Use: npm run lab -- [${known.join('] [')}] [--times N] [--minutes N] [--seed N] [--short] [--trace].`;
  }
  const number = (flag: (typeof NUMBERS)[number]): number | null => numbers.get(flag) ?? null;
  return {
    names,
    isShort,
    isTraced,
    times: number('--times'),
    minutes: number('--minutes'),
    seed: number('--seed') ?? 1,
  };
};
