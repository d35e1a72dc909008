// How one locale writes numbers, times and days. Intl objects are slow to make (4 ms each, the first time): each is made
// when it is first wanted, and kept.

const DAY_MS = 86_400_000;

const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

export class Formats {
  readonly #tag: string;
  readonly #number = once(() => new Intl.NumberFormat(this.#tag));
  readonly #percent = once(() => new Intl.NumberFormat(this.#tag, { style: 'percent' }));
  readonly #plural = once(() => new Intl.PluralRules(this.#tag));
  readonly #time = this.#dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  readonly #day = this.#dates({ weekday: 'long', day: 'numeric', month: 'long' });
  readonly #weekday = this.#dates({ weekday: 'short' });
  readonly #date = this.#dates({ day: 'numeric', month: 'short' });
  readonly #dateOfYear = this.#dates({ day: 'numeric', month: 'short', year: 'numeric' });
  readonly #hour = this.#dates({ hour: '2-digit', hourCycle: 'h23' });
  readonly #list = once(() => new Intl.ListFormat(this.#tag, { type: 'conjunction' }));
  readonly #relative = once(() => new Intl.RelativeTimeFormat(this.#tag, { style: 'short' }));
  /** With words of their own: today, yesterday. Seconds have none, or it would say "now". */
  readonly #days = once(() => new Intl.RelativeTimeFormat(this.#tag, { numeric: 'auto' }));

  constructor(tag: string) {
    this.#tag = tag;
  }

  number(value: number): string {
    return this.#number().format(value);
  }

  /** Of a share, 0 to 1. */
  percent(share: number): string {
    return this.#percent().format(Math.floor(share * 100) / 100);
  }

  plural(n: number): Intl.LDMLPluralRule {
    return this.#plural().select(n);
  }

  time(at: number): string {
    return this.#time().format(at);
  }

  day(at: number): string {
    return this.#day().format(at);
  }

  since(at: number, now: number): string {
    const days = Math.round((midnight(now) - midnight(at)) / DAY_MS);
    if (days <= 0) return this.time(at);
    if (days < 7) return `${this.#weekday().format(at)} ${this.time(at)}`;
    const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
    return (isThisYear ? this.#date() : this.#dateOfYear()).format(at);
  }

  /** Of what is to come: "15:00" today, "Mon 09:00" within the week, else the date. */
  until(at: number, now: number): string {
    const days = Math.round((midnight(at) - midnight(now)) / DAY_MS);
    if (days <= 0) return this.time(at);
    if (days < 7) return `${this.#weekday().format(at)} ${this.time(at)}`;
    return (new Date(at).getFullYear() === new Date(now).getFullYear() ? this.#date() : this.#dateOfYear()).format(at);
  }

  /** Of a file: bytes below a thousand, one digit after the point below ten. */
  size(bytes: number): string {
    const power = bytes < 1_000 ? 0 : bytes < 1_000_000 ? 1 : 2;
    const unit = (['byte', 'kilobyte', 'megabyte'] as const)[power] ?? 'byte';
    const value = bytes / 1_000 ** power;
    const digits = power > 0 && value < 10 ? 1 : 0;
    return new Intl.NumberFormat(this.#tag, { style: 'unit', unit, maximumFractionDigits: digits }).format(value);
  }

  hour(at: number): string {
    return this.#hour().format(at);
  }

  date(at: number): string {
    return this.#date().format(at);
  }

  list(words: readonly string[]): string {
    return this.#list().format(words);
  }

  relative(amount: number, unit: Intl.RelativeTimeFormatUnit): string {
    return (unit === 'day' ? this.#days() : this.#relative()).format(amount, unit);
  }

  #dates(options: Intl.DateTimeFormatOptions): () => Intl.DateTimeFormat {
    return once(() => new Intl.DateTimeFormat(this.#tag, options));
  }
}
