// Passes over the plain values of a change without making them: ten times cheaper than decoding them, which
// is done anyway when the change is applied. Checks all that decoding would trip over: lengths, kinds, UTF-8.
// The kinds are those of lib0's encoding of any value.

import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';

const utf8 = new TextDecoder('utf-8', { fatal: true });

const skipBytes = (decoder: decoding.Decoder, length: number): void => {
  decoder.pos += length;
  if (decoder.pos > decoder.arr.length) throw new Error('cut short');
};

const skipString = (decoder: decoding.Decoder): void => {
  const length = decoding.readVarUint(decoder);
  const from = decoder.pos;
  skipBytes(decoder, length);
  for (let at = from; at < decoder.pos; at += 1) {
    if ((decoder.arr[at] ?? 0) < 0x80) continue;
    utf8.decode(decoder.arr.subarray(at, decoder.pos));
    return;
  }
};

const skipAny = (decoder: decoding.Decoder): void => {
  const kind = decoding.readUint8(decoder);
  if (kind === 127 || kind === 126 || kind === 121 || kind === 120) return;
  if (kind === 125) return void decoding.readVarInt(decoder);
  if (kind === 124) return skipBytes(decoder, 4);
  if (kind === 123 || kind === 122) return skipBytes(decoder, 8);
  if (kind === 119) return skipString(decoder);
  if (kind === 116) return skipBytes(decoder, decoding.readVarUint(decoder));
  if (kind !== 118 && kind !== 117) throw new Error(`a value of kind ${kind}`);
  const count = decoding.readVarUint(decoder);
  for (let each = 0; each < count; each += 1) {
    if (kind === 118) skipString(decoder);
    skipAny(decoder);
  }
};

export class SkippingDecoder extends Y.UpdateDecoderV1 {
  override readAny(): unknown {
    skipAny(this.restDecoder);
    return null;
  }
}
