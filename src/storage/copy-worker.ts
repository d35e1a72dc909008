// Runs in a worker of its own, because only there a file of the origin's private file system can be written
// and flushed in step. Writes what it is told, one request after the other (copy-requests.ts), to one place
// of the team's folder, which a lock gives it for as long as it lives: each tab has its own.

import { CopyPlace } from './copy-place.ts';
import type { CopyAnswer, CopyRequest } from './copy-requests.ts';

let place: CopyPlace | null = null;
let queue: Promise<void> = Promise.resolve();

const take = async (request: CopyRequest): Promise<CopyPlace | null> => {
  switch (request.kind) {
    case 'open':
      place = await CopyPlace.open(request.folder);
      break;
    case 'append':
      await place?.append(request.frames);
      break;
    case 'identity':
      await place?.keepIdentity(request.identity);
      break;
    case 'renew':
      await place?.renew();
      break;
    case 'whole':
      await place?.addWhole(request.frames);
      break;
    case 'finish':
      await place?.finish(request.forgets);
      break;
    case 'close':
      place?.close();
      place = null;
  }
  return place;
};

const answer = async (request: CopyRequest): Promise<CopyAnswer> => {
  try {
    const taken = await take(request);
    return taken === null ? { isDone: false, reason: 'none' } : { isDone: true, ...taken.size };
  } catch (error) {
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
    return { isDone: false, reason: isFull ? 'full' : 'none' };
  }
};

globalThis.addEventListener('message', ({ data }: MessageEvent<readonly [id: number, request: CopyRequest]>) => {
  const [id, request] = data;
  queue = queue.then(async () => globalThis.postMessage([id, await answer(request)]));
});
