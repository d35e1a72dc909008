// The page that customers see: its own program, built apart from the desk, which holds nothing of a team but what
// its link says. Decides what is shown first: the form, the conversation of before, or why neither can be.

import { mount } from 'svelte';

import { parseLink, type CustomerLink } from '../knock/link.ts';
import { toBase64Url } from '../platform/base64url.ts';
import { systemClock } from '../platform/clock.ts';
import { secureRandom } from '../platform/random.ts';
import AskPage from './ask-page.svelte';
import { Kept } from './kept.ts';
import './ask.css';
import { holdHere } from './one-tab.ts';
import { Talk } from './talk.svelte.ts';
import { chooseLanguage } from './text.svelte.ts';
import { pageTimers } from './page-timers.ts';
import type { AskMessageKey } from '../messages/ask/en.ts';

const show = (props: { talk: Talk | null; refusal: AskMessageKey | null }): void => {
  const target = document.querySelector('#ask');
  if (target === null) throw new Error('The page has no place for the conversation.');
  mount(AskPage, { target, props });
};

const openTalk = async (link: CustomerLink): Promise<Talk> => {
  const key = toBase64Url(link.knockKey);
  const kept = new Kept(key);
  const talk = new Talk(
    { link, kept, timers: pageTimers, wall: () => systemClock.wall(), token: (bytes) => secureRandom.token(bytes) },
    await kept.read(),
  );
  holdHere(`deskmesh-ask-${key}`, () => {
    talk.isElsewhere = true;
    talk.leave();
  });
  addEventListener('online', () => talk.hurry());
  addEventListener('pagehide', () => talk.leave());
  // Back from where pages wait unseen: its connections are gone.
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
  document.addEventListener('visibilitychange', () => document.hidden || talk.hurry());
  return talk;
};

const start = async (): Promise<void> => {
  await chooseLanguage(navigator.languages).catch(() => undefined);
  const parsed = parseLink(location.hash);
  if (!parsed.ok) return show({ talk: null, refusal: parsed.reason });
  if (!isSecureContext) return show({ talk: null, refusal: 'insecure' });
  if (!('RTCPeerConnection' in globalThis)) return show({ talk: null, refusal: 'noWebrtc' });
  show({ talk: await openTalk(parsed.link), refusal: null });
};

// Another link in the same tab is another page.
addEventListener('hashchange', () => location.reload());
void start();
