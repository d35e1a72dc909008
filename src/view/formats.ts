// How one locale writes numbers, times and days. Built once a locale: Intl objects are slow to make.

const DAY_MS = 86_400_000;

const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

export class Formats {
  readonly #number: Intl.NumberFormat;
  readonly #plural: Intl.PluralRules;
  readonly #time: Intl.DateTimeFormat;
  readonly #day: Intl.DateTimeFormat;
  readonly #weekdayTime: Intl.DateTimeFormat;
  readonly #date: Intl.DateTimeFormat;
  readonly #dateOfYear: Intl.DateTimeFormat;
  readonly #hour: Intl.DateTimeFormat;
  readonly #list: Intl.ListFormat;
  readonly #relative: Intl.RelativeTimeFormat;
  /** With words of their own: today, yesterday. Seconds have none, or it would say "now". */
  readonly #days: Intl.RelativeTimeFormat;

  readonly #tag: string;

  constructor(tag: string) {
    this.#tag = tag;
    const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    this.#number = new Intl.NumberFormat(tag);
    this.#plural = new Intl.PluralRules(tag);
    this.#time = new Intl.DateTimeFormat(tag, clock);
    this.#day = new Intl.DateTimeFormat(tag, { weekday: 'long', day: 'numeric', month: 'long' });
    this.#weekdayTime = new Intl.DateTimeFormat(tag, { weekday: 'short' });
    this.#date = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short' });
    this.#dateOfYear = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric' });
    this.#hour = new Intl.DateTimeFormat(tag, { hour: '2-digit', hourCycle: 'h23' });
    this.#list = new Intl.ListFormat(tag, { type: 'conjunction' });
    this.#relative = new Intl.RelativeTimeFormat(tag, { style: 'short' });
    this.#days = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  }

  number(value: number): string {
    return this.#number.format(value);
  }

  /** Of a share, 0 to 1. */
  percent(share: number): string {
    return new Intl.NumberFormat(this.#tag, { style: 'percent' }).format(Math.floor(share * 100) / 100);
  }

  plural(n: number): Intl.LDMLPluralRule {
    return this.#plural.select(n);
  }

  time(at: number): string {
    return this.#time.format(at);
  }

  day(at: number): string {
    return this.#day.format(at);
  }

  since(at: number, now: number): string {
    const days = Math.round((midnight(now) - midnight(at)) / DAY_MS);
    if (days <= 0) return this.time(at);
    if (days < 7) return `${this.#weekdayTime.format(at)} ${this.time(at)}`;
    const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
    return (isThisYear ? this.#date : this.#dateOfYear).format(at);
  }

  /** Of what is to come: "15:00" today, "Mon 09:00" within the week, else the date. */
  until(at: number, now: number): string {
    const days = Math.round((midnight(at) - midnight(now)) / DAY_MS);
    if (days <= 0) return this.time(at);
    if (days < 7) return `${this.#weekdayTime.format(at)} ${this.time(at)}`;
    return (new Date(at).getFullYear() === new Date(now).getFullYear() ? this.#date : this.#dateOfYear).format(at);
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
    return this.#hour.format(at);
  }

  date(at: number): string {
    return this.#date.format(at);
  }

  list(words: readonly string[]): string {
    return this.#list.format(words);
  }

  relative(amount: number, unit: Intl.RelativeTimeFormatUnit): string {
    return (unit === 'day' ? this.#days : this.#relative).format(amount, unit);
  }
}
