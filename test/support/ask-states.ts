// The customers' page in each state that it can be in, as a browser test renders it: the real conversation object, with
// nobody called.

import { Kept, type KeptMessage } from '../../src/ask/kept.ts';
import { pageTimers } from '../../src/ask/page-timers.ts';
import { Talk } from '../../src/ask/talk.svelte.ts';
import { withFiles } from '../../src/ask/with-files.ts';
import type { Standing } from '../../src/knock/words.ts';
import type { AskMessageKey } from '../../src/messages/ask/en.ts';

export interface AskProps {
  readonly talk: Talk | null;
  readonly refusal: AskMessageKey | null;
}

const AT = new Date(2026, 10, 22, 9, 41).getTime();
const LONG_NAME = 'Maximiliane von der Hohenfels-Wittgenstein zu Berleburg';

const message = (id: string, from: 'me' | 'team', text: string, more: Partial<KeptMessage> = {}): KeptMessage => ({
  id,
  from,
  by: from === 'me' ? '' : 'Hana Kovač',
  at: AT + Number(id) * 40_000,
  text,
  state: 'got',
  ...more,
});

const SAID: readonly KeptMessage[] = [
  message('1', 'me', 'Hello, my parcel 4711 did not come. Where is it?', { state: 'seen' }),
  message('2', 'team', 'Good morning! I am looking it up for you.'),
  message('3', 'team', 'It is at the depot in Graz-Straßgang and comes today between 14 and 16 h.'),
  message(
    '4',
    'me',
    'https://shop.example/orders/aVeryLongAddressWithoutAnyPlaceToBreakItThatGoesOnAndOn?track=0123456789',
  ),
  message('5', 'me', 'Thank you.', { state: 'kept' }),
];

const file = (name: string, bytes: number, first: string) => ({ name, bytes, hash: first.repeat(43) });
const SCENE =
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800" viewBox="0 0 6 4"><path fill="%23b98" d="M0 0h6v4H0z"/><circle cx="3" cy="2" r="1.2" fill="%23654"/></svg>';
const PHOTO = file('parcel-at-the-door.jpg', 2_410_000, 'P');
const GOING = file('receipt.png', 812_000, 'G');
const PAPER = file('A very long name of an invoice from November 2026, second copy, signed.pdf', 148_000, 'I');
const NOTES = file('notes.txt', 900, 'N');
const COMING = file('label.pdf', 4_900_000, 'C');

const WITH_FILES: readonly KeptMessage[] = [
  message('1', 'me', 'This is how it lay there.', { state: 'seen', files: [PHOTO] }),
  message('2', 'team', 'Thank you. Here is the invoice, and a label to send it back.', { files: [PAPER, COMING] }),
  message('3', 'me', '', { state: 'refused', files: [NOTES] }),
  message('4', 'me', 'And the receipt.', { state: 'kept', files: [GOING] }),
];

const standing = (more: Partial<Standing>): Standing => ({
  phase: 'waiting',
  place: 0,
  by: null,
  isAnybodyReady: true,
  ...more,
});

const talkWith = (messages: readonly KeptMessage[], set: (talk: Talk) => void = () => undefined): AskProps => {
  const link = {
    knockKey: new Uint8Array(16),
    publicKey: new Uint8Array(65),
    teamName: 'Northlight Coffee',
    rendezvous: [],
  };
  const kept = new Kept('a state of the page');
  const options = { link, kept, timers: pageTimers, wall: () => AT, token: () => crypto.randomUUID() };
  const talk = new Talk(options, messages.length === 0 ? null : { secret: '', name: 'Lena', messages, seen: null });
  talk.leave();
  talk.reach = 'open';
  set(talk);
  return { talk, refusal: null };
};

const withSome = (talk: Talk): void => {
  const parts = withFiles('a state of the page', { timers: pageTimers, fetch: () => new Promise(() => undefined) });
  parts.files.pictures = { [PHOTO.hash]: SCENE, [GOING.hash]: SCENE };
  parts.files.here = new Set([PHOTO, GOING, PAPER, NOTES].map(({ hash }) => hash));
  parts.files.shares = { [GOING.hash]: 0.62, [COMING.hash]: 0.3 };
  Object.assign(talk, { parts, standing: standing({ phase: 'active', by: 'Hana Kovač' }) });
};

const first = SAID.slice(0, 1);
const refused = (refusal: AskMessageKey) => (): AskProps => ({ talk: null, refusal });
const talkingWith = (messages: readonly KeptMessage[], values: Partial<Talk>) => (): AskProps =>
  talkWith(messages, (talk) => void Object.assign(talk, values));

/** A new one at each call. */
export const ASK_STATES: Readonly<Record<string, () => AskProps>> = {
  form: () => talkWith([]),
  'form of a team with a long name': talkingWith([], { team: LONG_NAME }),
  calling: talkingWith(first, { reach: 'calling' }),
  offline: talkingWith(first, { reach: 'offline' }),
  'nobody there': talkingWith(first, { reach: 'nobody' }),
  'nobody Ready': talkingWith(first, { standing: standing({ isAnybodyReady: false }) }),
  'waiting in the queue': talkingWith(first, { standing: standing({ place: 3 }) }),
  next: talkingWith(first, { standing: standing({}) }),
  talking: talkingWith(SAID, { standing: standing({ phase: 'active', by: 'Hana Kovač' }), isAgentTyping: true }),
  'talking with a long name': talkingWith(
    SAID.map((each) => (each.from === 'team' ? { ...each, by: LONG_NAME } : each)),
    { team: LONG_NAME, standing: standing({ phase: 'active', by: LONG_NAME }), isAgentTyping: true },
  ),
  'with files': () => talkWith(WITH_FILES, withSome),
  ended: talkingWith(SAID.slice(0, 3), { standing: standing({ phase: 'closed' }) }),
  blocked: talkingWith(SAID, { refusal: 'blocked', standing: standing({}) }),
  'link taken back': talkingWith(SAID, { refusal: 'revoked', reach: 'calling' }),
  'too fast': talkingWith(SAID, { refusal: 'tooFast', standing: standing({}) }),
  full: talkingWith(SAID, { refusal: 'tooMuch', standing: standing({}) }),
  'nothing is kept': talkingWith(SAID, { isKept: false, standing: standing({}) }),
  'in another tab': talkingWith(SAID, { isElsewhere: true }),
  'no link': refused('linkMissing'),
  'link cut off': refused('linkTruncated'),
  'link broken': refused('linkWrong'),
  'link of a newer version': refused('linkNewer'),
  'address not secure': refused('insecure'),
  'no WebRTC': refused('noWebrtc'),
};
