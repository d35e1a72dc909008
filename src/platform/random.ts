// The only source of randomness: the platform's secure one, also on an insecure origin.

import type { Random } from '../engine/ports.ts';
import { toBase64Url } from './base64url.ts';

export const secureRandom: Random = {
  token: (bytes) => toBase64Url(crypto.getRandomValues(new Uint8Array(bytes))),
};
