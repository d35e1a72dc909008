// Puts the keeper of a team's files together with this browser.

import { FileKeeper, type FileKeeperOptions } from '../files/keeper.ts';
import { SYSTEM_TIMERS } from '../files/traffic.ts';
import { FileDatabase } from './file-database.ts';

type Needs = Pick<FileKeeperOptions, 'carrier' | 'files' | 'onFiles'> & { readonly teamId: string };

export const openFiles = ({ teamId, ...needs }: Needs): FileKeeper =>
  new FileKeeper({ ...needs, timers: SYSTEM_TIMERS, store: new FileDatabase(teamId) });

export const eraseFiles = (teamId: string): Promise<void> => new FileDatabase(teamId).erase();
