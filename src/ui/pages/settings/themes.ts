// The themes as options of a control.

import { t } from '../../../view/text.svelte.ts';
import type { Option } from '../../parts/part-types.ts';
import type { Theme } from '../../shell/theme.svelte.ts';

export const themeOptions = (): readonly Option[] => [
  { value: 'system', label: t('set.themeSystem') },
  { value: 'light', label: t('set.themeLight') },
  { value: 'dark', label: t('set.themeDark') },
];

export const themeOf = (value: string): Theme => (value === 'light' || value === 'dark' ? value : 'system');
