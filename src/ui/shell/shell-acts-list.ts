// What can be done from every page.

import type { DeskView } from '../../view/desk-view.svelte.ts';
import { t } from '../../view/text.svelte.ts';
import type { Act } from './acts.svelte.ts';
import { paletteState } from './palette-state.svelte.ts';
import { go, PLACES, route } from './route.svelte.ts';
import type { StatusChoice } from './status-choice.svelte.ts';
import type { Toasts } from './toasts.svelte.ts';
import { themeChoice } from './theme.svelte.ts';

const PLACE_ICONS = { desk: 'desk', dashboard: 'dashboard', chat: 'chat', settings: 'settings' } as const;

const THEMES = [
  ['system', 'set.themeSystem'],
  ['light', 'set.themeLight'],
  ['dark', 'set.themeDark'],
] as const;

export interface ShellWays {
  readonly desk: DeskView;
  readonly choice: StatusChoice;
  readonly toasts: Toasts;
  readonly invite: () => void;
}

/** Where colleagues called me and I have not looked yet (AT2). */
const MOST_MENTIONS = 3;

const mentionsOf = (desk: DeskView): readonly Act[] => [
  ...desk.mentions.unread.slice(0, MOST_MENTIONS).flatMap((id) => {
    const customer = desk.conversation(id)?.customer.name;
    if (customer === undefined) return [];
    const label = t('mention.inConversation', { customer });
    return [{ id: `mention ${id}`, label, mark: 'mention', run: () => go('desk', id) } as const];
  }),
  ...desk.rooms
    .filter(({ calls }) => calls > 0)
    .slice(0, MOST_MENTIONS)
    .map(({ id, last }) => {
      const label = id === 'team' ? t('mention.inTeam') : t('call.mention', { name: desk.nameOf(last?.agent ?? id) });
      return { id: `mention ${id}`, label, mark: 'mention', run: () => go('chat', id) } as const;
    }),
];

export const actsOfShell = ({ desk, choice, toasts, invite }: ShellWays): readonly Act[] => [
  ...(toasts.undoable === undefined
    ? []
    : [{ id: 'undo', label: t('act.undo'), mark: 'return', key: 'z', run: () => toasts.undoLast() } as const]),
  ...mentionsOf(desk),
  ...(desk.myIntent === 'ready'
    ? [{ id: 'away', label: t('act.away'), mark: { status: 'away' }, run: () => choice.choose('away') } as const]
    : [{ id: 'ready', label: t('act.ready'), mark: { status: 'ready' }, run: () => choice.choose('ready') } as const]),
  { id: 'search', label: t('act.search'), mark: 'search', key: '/', run: () => (paletteState.shown = 'palette') },
  ...PLACES.filter((place) => place !== route.place).map((place) => ({
    id: `go ${place}`,
    label: t('act.goTo', { place: t(`nav.${place}`) }),
    mark: PLACE_ICONS[place],
    run: () => go(place),
  })),
  { id: 'invite', label: t('act.invite'), mark: 'invite', run: invite },
  ...THEMES.filter(([theme]) => theme !== themeChoice.current).map(([theme, word]) => ({
    id: `theme ${theme}`,
    label: t('act.theme', { theme: t(word) }),
    mark: 'theme' as const,
    run: () => themeChoice.choose(theme),
  })),
  {
    id: 'shortcuts',
    label: t('act.shortcuts'),
    mark: 'keyboard',
    key: '?',
    run: () => (paletteState.shown = 'shortcuts'),
  },
  { id: 'logOut', label: t('act.logOut'), mark: 'logOut', run: () => choice.logOut() },
];
