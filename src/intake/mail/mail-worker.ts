// Reads e-mails beside the page: one with large files in it takes longer than a page may be kept waiting. Takes
// the bytes of one at a time and answers with what was read.

import { readMail } from './read-mail.ts';

globalThis.addEventListener('message', ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => {
  void readMail(data).then((reading) => globalThis.postMessage(reading));
});
