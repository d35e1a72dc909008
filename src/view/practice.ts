// What to try next in a practice, read off the desk: one step at a time, in the order of a first conversation.

import type { DeskView } from './desk-view.svelte.ts';

export type PracticeStep = 'ready' | 'wait' | 'pickUp' | 'reply' | 'close' | 'more';

export const practiceStep = (desk: Pick<DeskView, 'me' | 'myIntent' | 'lists' | 'team'>): PracticeStep => {
  const { assignedToMe, inProgress } = desk.lists;
  const hasClosed = [...desk.team.conversations.values()].some(
    (each) => each.state === 'closed' && each.closedBy === desk.me,
  );
  if (hasClosed) return 'more';
  if (inProgress.some(({ last }) => last?.from === desk.me)) return 'close';
  if (inProgress.length > 0) return 'reply';
  if (assignedToMe.length > 0) return 'pickUp';
  return desk.myIntent === 'ready' ? 'wait' : 'ready';
};
