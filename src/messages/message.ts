// The shape of a message: a sentence with {placeholders}, or one for each plural form of `n`.

/** Forms by Intl.PluralRules; a language that has only `other` gives only that. */
export interface Plural {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

export type Message = string | Plural;

type NamesIn<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** The placeholders that a message names. A plural one always asks for `n`. */
export type Placeholders<M> = M extends string ? NamesIn<M> : NamesIn<M[keyof M]> | 'n';
