// Bytes as text that survives a link, a file name and a chat program: base64url without padding.

const STEP = 0x2000;

export const toBase64Url = (bytes: Uint8Array): string => {
  let binary = '';
  for (let at = 0; at < bytes.length; at += STEP) {
    binary += String.fromCharCode(...bytes.subarray(at, at + STEP));
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};

/** Null where the text holds anything else. A last character that no byte ends with is dropped, so
 * that what is left of a cut-off text can still be read. */
export const fromBase64Url = (text: string): Uint8Array | null => {
  if (!/^[\w-]*$/.test(text)) return null;
  const whole = text.length % 4 === 1 ? text.slice(0, -1) : text;
  const binary = atob(whole.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
};
