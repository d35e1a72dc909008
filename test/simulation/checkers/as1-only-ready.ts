// AS1, AS2: conversations are given to Ready agents who respond, by what the writer had and heard; only
// waiting ones are given, to agents with the skills and with fewer offers than `unpickedMax`.

import type { Checker } from '../checker.ts';
import type { World } from '../world.ts';

export const onlyToTheReady = (world: World): Checker => ({
  write(tab, drafts) {
    const { sight, ears } = tab;
    const given = new Map<string, number>();
    for (const draft of drafts) {
      if (draft.kind !== 'assigned') continue;
      const { to, conversation } = draft;
      const why = (text: string): void => world.violate('AS1', `${tab.name} gives ${conversation} to ${to}, ${text}`);
      if (sight.choice(to).intent !== 'ready') why('who is not Ready');
      if (!ears.isLive(to)) why('who is not there');
      else if (!ears.isResponding(to)) why('who does not respond');
      const reading = sight.reading(conversation);
      if (reading === null || reading.state !== 'waiting') why('and it is not waiting');
      const skills = sight.skillsOf(to);
      if (reading?.opened?.skills.some((skill) => !skills.includes(skill)) === true) why('who lacks the skills');
      const offers = (given.get(to) ?? sight.loadOf(to).offers) + 1;
      given.set(to, offers);
      if (offers > sight.settings().unpickedMax) why('who has not picked up the last');
    }
  },
});
