// Which hindrances mean that nothing is kept on this device.

import type { Hindrance } from '../../view/app-types.ts';
import type { IconName } from '../parts/part-types.ts';

const UNKEPT: readonly Hindrance[] = [
  'storageBlocked',
  'storageFull',
  'storageFailing',
  'storageClosed',
  'storageOutdated',
];

/** True while "saved on this device" is true. */
export const isKept = (hindrances: readonly Hindrance[]): boolean => !hindrances.some((each) => UNKEPT.includes(each));

export const hindranceIcon = (hindrance: Hindrance): IconName => {
  if (UNKEPT.includes(hindrance) || hindrance === 'storageRescued') return 'storage';
  return hindrance === 'rendezvousUnreachable' ? 'info' : 'alert';
};

/** What needs no haste. */
export const isPlain = (hindrance: Hindrance): boolean =>
  hindrance === 'rendezvousUnreachable' || hindrance === 'storageRescued';
