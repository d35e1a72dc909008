// The bounds of a team setting in the unit in which a person sets it.

import { SETTING_BOUNDS, type NumberSettingName } from '../../../domain/settings.ts';
import { formatNumber, t } from '../../../view/text.svelte.ts';

/** Times are kept in milliseconds and set in seconds. */
export const perUnit = (name: NumberSettingName): number => (name.endsWith('Ms') ? 1000 : 1);

export const boundsOf = (name: NumberSettingName): { readonly least: string; readonly greatest: string } => {
  const [least, greatest] = SETTING_BOUNDS[name];
  return { least: formatNumber(least / perUnit(name)), greatest: formatNumber(greatest / perUnit(name)) };
};

/** "1 to 1,000." */
export const boundsText = (name: NumberSettingName): string => t('set.bounds', boundsOf(name));
