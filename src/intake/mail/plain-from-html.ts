// The words of an e-mail that has none but as HTML: read character by character, in one pass, so that no markup
// takes longer than its length. Nothing of it is ever drawn as HTML. Keeps line breaks, list marks, and where a
// link leads; leaves out what nobody reads: styles, scripts, comments, what the head holds.

import { namedCharacter } from './named-characters.ts';

const SILENT = new Set(['style', 'script', 'head', 'title', 'noscript', 'template', 'svg', 'object', 'xml']);
const BLOCKS = new Set(
  'address article aside blockquote br center dd div dl dt footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody thead tr ul'.split(
    ' ',
  ),
);
/** These stand apart from what is around them. */
const APART = new Set(['p', 'blockquote', 'table', 'ul', 'ol', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const MAX_ADDRESS = 500;

const characterOf = (reference: string): string => {
  const isHex = /^#x[\da-f]{1,6}$/iu.test(reference);
  if (isHex || /^#\d{1,7}$/u.test(reference)) {
    const code = isHex ? Number.parseInt(reference.slice(2), 16) : Number.parseInt(reference.slice(1), 10);
    const isNone = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
    return isNone ? '\uFFFD' : String.fromCodePoint(code);
  }
  return namedCharacter(reference) ?? `&${reference};`;
};

const decoded = (text: string): string =>
  text.replaceAll(/&(#x?[\da-f]{1,7}|[a-z][a-z\d]{1,31});/giu, (_, reference: string) => characterOf(reference));

const addressIn = (attributes: string): string | null => {
  const found = /\bhref\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/iu.exec(attributes.slice(0, 4_000));
  const address = decoded(found?.[1] ?? found?.[2] ?? found?.[3] ?? '').trim();
  return /^(?:https?:|mailto:)/iu.test(address) && address.length <= MAX_ADDRESS ? address : null;
};

class PlainText {
  readonly #parts: string[] = [];
  /** Line ends that stand before the next words; the start of the text needs none. */
  #breaks = 0;
  #hasSpace = false;
  #isEmpty = true;
  #isKept = 0;

  /** A word of a link stands before its address, unless they are the same. */
  #link: { readonly address: string; readonly from: number } | null = null;

  words(raw: string): void {
    const text = decoded(raw).replaceAll('\u00A0', ' ');
    if (this.#isKept > 0) {
      const [first = '', ...lines] = text.split('\n');
      this.#put(first);
      for (const line of lines) {
        this.#breaks = Math.max(this.#breaks, 1);
        this.#put(line);
      }
      return;
    }
    const plain = text.replaceAll(/\s+/gu, ' ');
    if (plain.trim() === '') {
      this.#hasSpace ||= plain !== '';
      return;
    }
    this.#hasSpace ||= plain.startsWith(' ');
    this.#put(plain.trim());
    this.#hasSpace = plain.endsWith(' ');
  }

  tag(name: string, isEnd: boolean, attributes: string): void {
    if (name === 'pre') this.#isKept = Math.max(0, this.#isKept + (isEnd ? -1 : 1));
    if (name === 'a') return isEnd ? this.#endLink() : this.#startLink(addressIn(attributes));
    if (name === 'td' || name === 'th') this.#hasSpace = true;
    if (!BLOCKS.has(name)) return;
    // A line break after another is an empty line; blocks within blocks are not.
    if (name === 'br') this.#breaks = Math.min(2, this.#breaks + 1);
    else this.#breaks = Math.max(this.#breaks, APART.has(name) ? 2 : 1);
    if (name === 'li' && !isEnd) this.#put('-');
    if (name === 'li' && !isEnd) this.#hasSpace = true;
  }

  end(): string {
    this.#endLink();
    return this.#parts.join('');
  }

  #startLink(address: string | null): void {
    this.#endLink();
    if (address !== null) this.#link = { address, from: this.#parts.length };
  }

  #endLink(): void {
    const link = this.#link;
    this.#link = null;
    if (link === null) return;
    const said = this.#parts.slice(link.from).join('').trim();
    const bare = link.address.replace(/^mailto:/iu, '');
    const isSaid = said === link.address || said === bare || `${said}/` === bare || bare.endsWith(`://${said}`);
    if (said === '' || isSaid) return;
    this.#hasSpace = true;
    this.#put(`<${bare}>`);
  }

  #put(text: string): void {
    if (text === '') return;
    if (!this.#isEmpty && this.#breaks > 0) this.#parts.push('\n'.repeat(this.#breaks));
    else if (!this.#isEmpty && this.#hasSpace) this.#parts.push(' ');
    this.#parts.push(text);
    this.#isEmpty = false;
    this.#breaks = 0;
    this.#hasSpace = false;
  }
}

/** Where a tag that begins at `from` ends: its `>`, those within quotes aside; the text's end where none does. */
const endOfTag = (html: string, from: number): number => {
  let quote = '';
  for (let at = from; at < html.length; at += 1) {
    const character = html.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') return at;
    else if ((character === '"' || character === "'") && html.charAt(at - 1) === '=') quote = character;
  }
  return html.length;
};

export const plainFromHtml = (html: string): string => {
  const text = new PlainText();
  const lower = html.toLowerCase();
  /** Of these no end follows any more: it is searched for once. */
  const unclosed = new Set<string>();
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) break;
    text.words(html.slice(at, open));
    if (lower.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open);
      at = end === -1 ? html.length : end + 3;
      continue;
    }
    const name = /^<(\/?)([a-z][a-z\d]*)|^<[!?]/u.exec(lower.slice(open, open + 32));
    if (name === null) {
      // A lonely sign is a word.
      text.words('<');
      at = open + 1;
      continue;
    }
    const end = endOfTag(html, open + name[0].length);
    const tag = name[2] ?? '';
    at = end + 1;
    if (name[1] === '' && SILENT.has(tag) && !unclosed.has(tag) && html.charAt(end - 1) !== '/') {
      const close = lower.indexOf(`</${tag}`, at);
      if (close === -1) unclosed.add(tag);
      else at = endOfTag(html, close) + 1;
    } else text.tag(tag, name[1] === '/', html.slice(open + name[0].length, end));
  }
  text.words(html.slice(at));
  return text.end();
};
