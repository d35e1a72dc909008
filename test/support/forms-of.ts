// The forms in which a text might stand in traffic: plain, escaped, base64 at each of its three alignments, hex, and
// UTF-16 of both byte orders, plain and in base64.

const alignmentsOf = (bytes: Buffer): readonly string[] =>
  [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    // Only the characters that no neighbour has a bit of.
    return text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  });

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();

const escaped = (text: string): string =>
  [...text].map((each) => (each.charCodeAt(0) < 128 ? each : JSON.stringify(each).slice(1, -1))).join('');

const unicodeEscaped = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
    .map((code) => (code < 128 ? String.fromCharCode(code) : `\\u${code.toString(16).padStart(4, '0')}`))
    .join('');

const formsOf = (secret: string | Uint8Array): ReadonlyMap<string, Buffer> => {
  const bytes = Buffer.from(secret);
  const forms = new Map<string, Buffer>([
    ['plain', bytes],
    ['hex', Buffer.from(bytes.toString('hex'))],
    ['HEX', Buffer.from(bytes.toString('hex').toUpperCase())],
  ]);
  const addBase64 = (name: string, of: Buffer): void => {
    for (const [at, text] of alignmentsOf(of).entries()) {
      forms.set(`${name}, alignment ${at}`, Buffer.from(text));
      forms.set(`${name} of links, alignment ${at}`, Buffer.from(text.replaceAll('+', '-').replaceAll('/', '_')));
    }
  };
  addBase64('base64', bytes);
  if (typeof secret !== 'string') return forms;
  const wide = Buffer.from(secret, 'utf16le');
  forms.set('UTF-16 LE', wide);
  forms.set('UTF-16 BE', swapped(wide));
  forms.set('escaped in an address', Buffer.from(encodeURIComponent(secret)));
  forms.set('escaped in JSON', Buffer.from(escaped(secret)));
  forms.set('escaped by code', Buffer.from(unicodeEscaped(secret)));
  addBase64('base64 of UTF-16 LE', wide);
  addBase64('base64 of UTF-16 BE', swapped(wide));
  return forms;
};

/** In which forms each of these stands in there, as "what: form"; none of them where all is well. */
export const foundIn = (traffic: Buffer, secrets: Readonly<Record<string, string | Uint8Array>>): readonly string[] =>
  Object.entries(secrets).flatMap(([name, secret]) =>
    [...formsOf(secret)].filter(([, form]) => traffic.includes(form)).map(([form]) => `${name}: ${form}`),
  );
