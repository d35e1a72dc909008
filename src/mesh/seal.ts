// Messages through the rendezvous as y-webrtc seals them: AES-GCM with the room's key. y-webrtc keeps
// its own code for this to itself; the gate must read before it, and a farewell must be ready before a
// page goes, when there is no time left to encrypt.

import * as buffer from 'lib0/buffer';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

const ALGORITHM = 'AES-GCM';

type Content = Parameters<typeof encoding.writeAny>[1];

export const seal = async (content: Content, key: CryptoKey): Promise<string> => {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new Uint8Array(encoding.encode((encoder) => encoding.writeAny(encoder, content)));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: ALGORITHM, iv }, key, plain));
  const bytes = encoding.encode((encoder) => {
    encoding.writeVarString(encoder, ALGORITHM);
    encoding.writeVarUint8Array(encoder, iv);
    encoding.writeVarUint8Array(encoder, sealed);
  });
  return buffer.toBase64(bytes);
};

/** Rejects where the text is none of this, or another key sealed it. */
export const unseal = async (data: string, key: CryptoKey): Promise<unknown> => {
  const decoder = decoding.createDecoder(buffer.fromBase64(data));
  if (decoding.readVarString(decoder) !== ALGORITHM) return null;
  const iv = new Uint8Array(decoding.readVarUint8Array(decoder));
  const sealed = new Uint8Array(decoding.readVarUint8Array(decoder));
  const plain = await crypto.subtle.decrypt({ name: ALGORITHM, iv }, key, sealed);
  return decoding.readAny(decoding.createDecoder(new Uint8Array(plain)));
};
