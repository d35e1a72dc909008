// A team that was apart and is together again: each of the conversations was answered on both sides.

import { asAgentId } from '../../src/domain/ids.ts';
import { SmallWorld, type Peer } from './small-world.ts';

const SUBJECTS = [
  ['Marta Kowalska', 'Invoice needs our VAT number'],
  ['Oliver Brandt', 'Do N2 burrs fit the N1?'],
  ['黃柏翰', '訂閱想改成兩週一次'],
  ['Sofia Marino', 'Wrong size of filter papers'],
  ['Daniel Okafor', 'Grinder jams on light roasts'],
  ['عمر الخطيب', 'أين طلبي؟'],
  ['Grace Whitfield', 'Beans arrived stale'],
] as const;

const WORDS = [
  [
    'Send me the number and I’ll issue a corrected invoice today.',
    'You can add it under Account, then download it again.',
  ],
  ['They do, with the longer screw that comes with them.', 'Not without the adapter; I can put one in your order.'],
  ['已改成兩週一次，下次出貨 11/30。', '好的，請問要從哪一天開始？'],
] as const;

export interface Apart {
  readonly world: SmallWorld;
  readonly peers: Peer[];
  readonly hana: Peer;
}

/** Every third is only taken on both sides, every seventh closed on one and answered on the other. */
export const apartTeam = (count: number, seed = 5): Apart => {
  const world = new SmallWorld(seed);
  const peers = world.team({ Hana: 'away', Jonas: 'away', Amara: 'away' });
  const [hana, jonas, amara] = peers as [Peer, Peer, Peer];
  const ids = Array.from({ length: count }, (_, index) => {
    const [name, subject] = SUBJECTS[index % SUBJECTS.length] ?? SUBJECTS[0];
    return hana.opens({ subject, customer: { key: `customer ${index}`, name } });
  });
  world.advance(1_000);
  world.network.cut([hana], [jonas, amara]);
  for (const [index, id] of ids.entries()) {
    const [ours, theirs] = WORDS[index % WORDS.length] ?? WORDS[0];
    const other = index % 2 === 0 ? jonas : amara;
    hana.desk.takeOver(id);
    world.advance(20_000);
    other.desk.takeOver(id);
    world.advance(20_000);
    if (index % 7 === 5) hana.desk.close(id);
    else if (index % 3 !== 1) hana.desk.reply(id, ours);
    world.advance(20_000);
    if (index % 3 !== 1) other.desk.reply(id, theirs);
    if (index % 7 === 6) other.desk.transfer(id, asAgentId(other === jonas ? 'Amara' : 'Jonas'), 'Yours');
    world.advance(20_000);
  }
  world.network.heal();
  world.advance(10_000);
  return { world, peers, hana };
};
