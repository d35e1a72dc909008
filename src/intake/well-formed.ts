// Half of a surrogate pair, which a form or a JSON escape can hold, is not text: UTF-8 cannot carry
// it, so a teammate would read something else than its writer. It becomes the replacement character
// before it comes in.

export const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '\uFFFD');
