// Where my last words are kept, said only once it is true.

import type { DeskView } from '../../../view/desk-view.svelte.ts';
import { t } from '../../../view/text.svelte.ts';
import type { Foot } from '../../parts/part-types.ts';

export const savedFoot = (desk: DeskView): Foot => {
  const { state } = desk.saved;
  if (state === 'failed') return { icon: 'alert', text: t('thread.notSaved') };
  if (state === 'saving') return { icon: 'saved', text: t('thread.saving') };
  const behind = desk.unsent;
  if (behind > 0) return { icon: 'saved', text: t('thread.toSend', { n: behind }) };
  const copies = desk.copies;
  if (copies <= 1) return { icon: 'saved', text: t('thread.savedHere') };
  return { icon: 'savedByOthers', text: t('thread.savedOn', { n: copies }) };
};
