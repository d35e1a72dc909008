// Which text box of the start page a refusal is about.

import type { EntryRefusal } from '../../../view/app-types.ts';
import { MAX_NAME } from '../../../domain/limits.ts';

export type Box = 'yourName' | 'teamName' | 'invite';

/** A name may be the agent's or the team's: the agent's if that is the one that is wrong. */
export const boxOf = (reason: EntryRefusal, yourName: string): Box => {
  const name = yourName.trim();
  switch (reason) {
    case 'nameEmpty':
      return name === '' ? 'yourName' : 'teamName';
    case 'nameTooLong':
      return name.length > MAX_NAME ? 'yourName' : 'teamName';
    case 'inviteEmpty':
    case 'inviteWrong':
    case 'inviteTruncated':
    case 'inviteNewer':
    case 'inviteTooLong':
    case 'unknownTeam':
      return 'invite';
  }
};
