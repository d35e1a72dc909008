// Puts the bridge together with this browser: its clock, its alarms, its servers. And makes links.

import type { AskLink } from '../domain/ask-links.ts';
import type { IceServer } from '../domain/ice-server.ts';
import { asMonoMs } from '../domain/ids.ts';
import { makeLinkKeys } from '../knock/keys.ts';
import { formatLink, KNOCK_KEY_BYTES } from '../knock/link.ts';
import type { Timers } from '../knock/timers.ts';
import { createAlarm } from '../platform/alarm.ts';
import { fromBase64Url } from '../platform/base64url.ts';
import { systemClock } from '../platform/clock.ts';
import { usableIceServers } from '../platform/ice-servers.ts';
import { secureRandom } from '../platform/random.ts';
import { Bridge } from './bridge.ts';
import type { BridgeOptions } from './bridge-desk.ts';

const LINK_ID_BYTES = 9;

/** They ring in a hidden tab too. */
const alarmTimers: Timers = {
  mono: () => systemClock.mono(),
  after(ms, ring) {
    const alarm = createAlarm(systemClock);
    alarm.set(asMonoMs(systemClock.mono() + ms), ring);
    return () => alarm.clear();
  },
};

type Needs = Pick<BridgeOptions, 'desk' | 'rendezvous' | 'files' | 'saved' | 'changed'> & {
  iceServers(): readonly IceServer[];
};

export const customers = {
  openBridge: (needs: Needs): Bridge =>
    new Bridge({
      ...needs,
      timers: alarmTimers,
      wall: () => systemClock.wall(),
      iceServers: usableIceServers(() => needs.iceServers()),
    }),

  async makeLink(name: string): Promise<AskLink> {
    const keys = await makeLinkKeys();
    return { id: secureRandom.token(LINK_ID_BYTES), name, knockKey: secureRandom.token(KNOCK_KEY_BYTES), ...keys };
  },

  addressOf(link: AskLink, base: string, teamName: string, rendezvous: readonly string[]): string {
    const knockKey = fromBase64Url(link.knockKey) ?? new Uint8Array();
    const publicKey = fromBase64Url(link.publicKey) ?? new Uint8Array();
    return `${base}/ask/#${formatLink({ knockKey, publicKey, teamName, rendezvous })}`;
  },
};
