// Where this page may meet its teammates: the server that it came from, and what that server says of
// further addresses of its own in /rendezvous.json (its address on the local network). No other
// server is ever named here.

import * as v from 'valibot';
import { isRendezvousAddress, MAX_ADDRESSES } from './invite.ts';

const TIMEOUT_MS = 3000;
const MAX_ANSWER = 10_000;

const answerSchema = v.object({ addresses: v.array(v.string()) });

export const ownRendezvous = ({ protocol, host }: Pick<Location, 'protocol' | 'host'>): string =>
  `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/rendezvous`;

const parseAnswer = (text: string): readonly string[] => {
  if (text.length > MAX_ANSWER) return [];
  try {
    return v.parse(answerSchema, JSON.parse(text)).addresses.filter(isRendezvousAddress);
  } catch {
    return [];
  }
};

const askServer = async (fetchPage: typeof fetch, timeoutMs: number): Promise<readonly string[]> => {
  try {
    const answer = await fetchPage('/rendezvous.json', { cache: 'no-store', signal: AbortSignal.timeout(timeoutMs) });
    return answer.ok ? parseAnswer(await answer.text()) : [];
  } catch {
    return [];
  }
};

/** The own server first, each once, at most MAX_ADDRESSES; offline only the own one. */
export const findRendezvousAddresses = async (
  location: Pick<Location, 'protocol' | 'host'>,
  fetchPage: typeof fetch = fetch,
  timeoutMs: number = TIMEOUT_MS,
): Promise<readonly string[]> => {
  const further = await askServer(fetchPage, timeoutMs);
  return [...new Set([ownRendezvous(location), ...further])].slice(0, MAX_ADDRESSES);
};
