// What a team can set. Every value has a default and bounds, so that a settings entry from
// anywhere gives a desk that works; a value outside its bounds is not taken (CO7).

import { isIceServers, type IceServer } from './ice-server.ts';
import { MAX_NAME } from './limits.ts';

/** Times are milliseconds; head starts are seconds of waiting that a priority is worth (QU2). */
export interface NumberSettings {
  readonly capacity: number;
  readonly unpickedMax: number;
  readonly pickupTimeoutMs: number;
  readonly awayGraceMs: number;
  readonly headStartUrgentS: number;
  readonly headStartHighS: number;
  readonly headStartLowS: number;
}

export interface Settings extends NumberSettings {
  /** STUN and TURN servers, none by default; set as one list. */
  readonly iceServers: readonly IceServer[];
  /** Where customers reach the team's page, `https://host`; empty: where the desk itself is open. The team's and not
   * a device's, so that a link says the same whoever copies it. */
  readonly askAddress: string;
}

export type NumberSettingName = keyof NumberSettings;

export type SettingName = keyof Settings;

export const DEFAULT_SETTINGS: Settings = {
  capacity: 5,
  unpickedMax: 3,
  pickupTimeoutMs: 60_000,
  awayGraceMs: 10_000,
  headStartUrgentS: 900,
  headStartHighS: 300,
  headStartLowS: -300,
  iceServers: [],
  askAddress: '',
};

/** Inclusive bounds, [least, greatest]. */
export const SETTING_BOUNDS: Readonly<Record<NumberSettingName, readonly [number, number]>> = {
  capacity: [1, 1000],
  unpickedMax: [1, 1000],
  pickupTimeoutMs: [5_000, 86_400_000],
  awayGraceMs: [1_000, 3_600_000],
  headStartUrgentS: [-86_400, 86_400],
  headStartHighS: [-86_400, 86_400],
  headStartLowS: [-86_400, 86_400],
};

/** Scheme, host and port alone: what stands behind them is the desk's. */
const ASK_ADDRESS = /^https:\/\/[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?(?::\d{1,5})?$/;

const isAskAddress = (value: unknown): boolean =>
  typeof value === 'string' && (value === '' || (value.length <= MAX_NAME && ASK_ADDRESS.test(value)));

export const isSettingName = (name: string): name is SettingName => Object.hasOwn(DEFAULT_SETTINGS, name);

export const isSettingValue = (name: SettingName, value: unknown): value is Settings[SettingName] => {
  if (name === 'iceServers') return isIceServers(value);
  if (name === 'askAddress') return isAskAddress(value);
  const [least, greatest] = SETTING_BOUNDS[name];
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= greatest;
};

/** False until somebody of the team has set them, be it to none: what a device knew before stands until then. */
export const hasSetIceServers = ({ iceServers }: Settings): boolean => iceServers !== DEFAULT_SETTINGS.iceServers;
