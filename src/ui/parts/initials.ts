// How a person or customer is drawn where there is no picture: letters, and for agents a hue.

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

const firstGraphemes = (text: string, count: number): string => {
  // The first characters alone: a name of any length costs the same.
  const found = [...graphemes.segment(text.slice(0, 64))].slice(0, count);
  return found.map((part) => part.segment).join('');
};

const isHan = (text: string): boolean => /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(text);

/** "Hana" gives "Ha", or "H" where there is room for one letter; one character for Han names. */
export const agentInitials = (name: string, count: 1 | 2): string => {
  const text = name.trim();
  const short = firstGraphemes(text, isHan(text) || /^\p{Extended_Pictographic}/u.test(text) ? 1 : count);
  return short.slice(0, 1).toLocaleUpperCase() + short.slice(1);
};

/** "Daniel Okafor" gives "DO". */
export const customerInitials = (name: string, count: 1 | 2): string => {
  const words = name.trim().slice(0, 400).split(/\s+/u);
  const first = firstGraphemes(words[0] ?? '', 1);
  if (isHan(first) || count === 1 || words.length < 2) return first.toLocaleUpperCase();
  return (first + firstGraphemes(words.at(-1) ?? '', 1)).toLocaleUpperCase();
};

/** 0 to 359, the same on every device: FNV-1a of the agent's id. */
export const hueOf = (id: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % 360;
};
