// What a customer's page was given opens nothing: everything that one received, by whatever way, is tried as key,
// secret and address of the team's room and of another customer's conversation. And all that the rendezvous was told
// meanwhile holds no name, no text and no secret.

import { expect, test } from '@playwright/test';

import { conversationKeys, importLinkKey, linkTopics, unseal } from '../../src/knock/keys.ts';
import { parseLink } from '../../src/knock/link.ts';
import { fromBase64Url } from '../../src/platform/base64url.ts';
import { parseInvite } from '../../src/platform/invite.ts';
import { deriveTeamKeys } from '../../src/platform/team-keys.ts';
import { CustomerBrowser } from '../support/customer-browser.ts';
import { makeCustomerLink } from '../support/customer-link.ts';
import { foundIn } from '../support/forms-of.ts';
import { heardBy, listenTo } from '../support/page-ears.ts';
import { RecordedRendezvous } from '../support/recorded-rendezvous.ts';
import { SignallingClient } from '../support/signalling-client.ts';
import { startTeam, type Team } from '../support/team.ts';

const TEXTS = {
  eve: 'Where is my azure kettle?',
  victim: 'My card ends with 4711, Größe XL.',
  reply: 'Your kettle left Ljubljana on Tuesday.',
  note: 'Internal: she asks every quarter.',
} as const;
const TOPICS_A_CLIENT = 30;

let team: Team;
let recorded: RecordedRendezvous;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  team = await startTeam(['Željka Hana', 'Jonas Quist'], async (rendezvous) => {
    recorded = await RecordedRendezvous.before(rendezvous);
    return recorded.origin;
  });
});

test.afterAll(async () => {
  await team.close();
  await recorded.close();
});

/** Every piece of what was given that could be a secret or a key, as bytes. */
const keysIn = (given: readonly string[]): readonly Uint8Array[] => {
  const tokens = new Set(given.flatMap((text) => text.match(/[\w+/-]{16,600}/g) ?? []));
  const found = new Map<string, Uint8Array>();
  const add = (bytes: Uint8Array): void => void found.set(Buffer.from(bytes).toString('hex'), bytes);
  for (const token of tokens) {
    const bytes = fromBase64Url(token.replaceAll('+', '-').replaceAll('/', '_'));
    if (bytes === null || bytes.length < 16) continue;
    if (bytes.length <= 150) add(bytes);
    // A secret of the team's or of a conversation is 16 bytes: wherever it stood in something longer that is no text.
    const isText = bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
    if (!isText && bytes.length <= 400)
      for (let at = 0; at + 16 <= bytes.length; at += 1) add(bytes.slice(at, at + 16));
  }
  return [...found.values()];
};

const roomsOf = async (key: Uint8Array): Promise<readonly string[]> => {
  const [{ room, thread }, { knock, price }] = [await conversationKeys(key), await linkTopics(key)];
  return [deriveTeamKeys(Buffer.from(key).toString('base64url')).room, room, `room-${thread}`, knock, price];
};

/** Those of the topics at which anybody else listens, as the rendezvous itself counts. */
const listenedTo = async (url: string, topics: readonly string[]): Promise<ReadonlySet<string>> => {
  const live = new Set<string>();
  for (let at = 0; at < topics.length; at += TOPICS_A_CLIENT) {
    const some = topics.slice(at, at + TOPICS_A_CLIENT);
    const client = await (await SignallingClient.open(url)).subscribe(...some);
    for (const topic of some) client.say({ type: 'publish', topic, data: 'Is anybody here?' });
    await client.settle();
    for (const { type, topic, clients } of client.received as { type: string; topic: string; clients: number }[])
      if (type === 'publish' && clients > 1) live.add(topic);
    client.socket.close();
  }
  return live;
};

const talk = async (link: string): Promise<readonly [CustomerBrowser, CustomerBrowser]> => {
  const [hana, jonas] = team.agents as [Team['agents'][0], Team['agents'][0]];
  const eve = await CustomerBrowser.open('Eve Marchetti', link, { prepare: listenTo });
  const victim = await CustomerBrowser.open('Omar Ødegård', link, { prepare: listenTo });
  await eve.begin(TEXTS.eve);
  await victim.begin(TEXTS.victim);
  await expect(victim.log()).toContainText('delivered', { timeout: 15_000 });
  await jonas.openRow({ customer: 'Omar Ødegård', subject: TEXTS.victim });
  await expect(jonas.page.getByRole('log')).toContainText(TEXTS.victim);
  await hana.openRow({ customer: 'Eve Marchetti', subject: TEXTS.eve });
  const box = hana.page.getByRole('textbox', { name: /^Reply/ });
  await box.fill(TEXTS.reply);
  await hana.page.getByRole('button', { name: /^Send/ }).click();
  await expect(eve.log()).toContainText(TEXTS.reply, { timeout: 15_000 });
  await hana.page.getByRole('tab', { name: 'Note' }).click();
  await hana.page.getByRole('textbox', { name: 'Note' }).fill(TEXTS.note);
  await hana.page.getByRole('button', { name: 'Add note' }).click();
  await expect(hana.page.getByRole('log')).toContainText(TEXTS.note);
  return [eve, victim];
};

const secretOf = (given: readonly string[]): string =>
  given.map((text) => /"secret":"([\w-]{22})"/.exec(text)?.[1]).find((secret) => secret !== undefined) ?? '';

test('[AK2] what a customer’s page received joins no room of the team’s, reads no other conversation; the rendezvous reads nothing', async () => {
  test.setTimeout(180_000);
  const [hana] = team.agents as [Team['agents'][0]];
  const link = await makeCustomerLink(hana);
  const invite = parseInvite(await hana.inviteLink());
  if (!invite.ok) throw new Error('The invite does not parse.');
  const { secret } = invite.invite;
  const teamKeys = deriveTeamKeys(secret);
  const [eve, victim] = await talk(link);
  const [given, others] = [await heardBy(eve.page), await heardBy(victim.page)];
  const all = Buffer.from(given.join('\n'));

  // It was all listened to: what came by each way is there.
  for (const own of [TEXTS.eve, TEXTS.reply, 'Željka Hana', 'deskmesh/', 'candidate:', '"price-', secretOf(given)])
    expect(all.includes(own), own).toBe(true);
  const victimSecret = secretOf(others);
  expect(victimSecret).toMatch(/^[\w-]{22}$/);
  const victimKeys = await conversationKeys(fromBase64Url(victimSecret) ?? new Uint8Array());
  expect(
    foundIn(all, {
      'the other’s name': 'Omar Ødegård',
      'the other’s text': TEXTS.victim,
      'the other’s thread': victimKeys.thread,
      'the other’s secret': victimSecret,
      'an internal note': TEXTS.note,
      'an agent who has not helped': 'Jonas Quist',
      'the team’s secret': secret,
      'the team’s room': teamKeys.room,
      'the team’s password': teamKeys.password,
    }),
  ).toEqual([]);

  // Every key of it names rooms; nobody is in any but where this customer belongs.
  const parsed = parseLink(new URL(link).hash);
  if (!parsed.ok) throw new Error('The link does not parse.');
  const topics = await linkTopics(parsed.link.knockKey);
  const own = await conversationKeys(fromBase64Url(secretOf(given)) ?? new Uint8Array());
  const keys = keysIn(given);
  expect(keys.length).toBeGreaterThan(200);
  const rooms = new Set((await Promise.all(keys.map(roomsOf))).flat());
  for (const text of given.flatMap((each) => each.match(/[\w-]{10,128}/g) ?? [])) rooms.add(text);
  const url = `ws://localhost:${team.rendezvous.port}/rendezvous`;
  const live = await listenedTo(url, [...rooms, teamKeys.room, victimKeys.room]);
  expect(live.has(teamKeys.room) && live.has(victimKeys.room), 'the rooms that there are').toBe(true);
  expect([teamKeys.room, victimKeys.room].filter((room) => rooms.has(room))).toEqual([]);
  expect([...live].filter((room) => rooms.has(room)).sort()).toEqual([topics.knock, topics.price, own.room].sort());

  // Where customers knock, it hears the other knock: with none of its keys it reads that.
  const ear = await (await SignallingClient.open(url)).subscribe(topics.knock);
  await victim.page.reload();
  await expect.poll(() => ear.received.length, { timeout: 15_000 }).toBeGreaterThan(0);
  const { data } = ear.received[0] as { data: { s: string } };
  expect(data.s.length).toBeGreaterThan(500);
  for (const key of keys) {
    const bytes = new Uint8Array(key);
    const asKey = [16, 32].includes(bytes.length)
      ? await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['decrypt'])
      : await importLinkKey(Buffer.from(bytes).toString('base64url')).catch(() => null);
    const opened = asKey === null || asKey.algorithm.name !== 'AES-GCM' ? null : await unseal(asKey, data.s);
    expect(opened).toBeNull();
  }
  ear.socket.close();

  // And the rendezvous, of everybody, all the time.
  const { traffic } = recorded;
  expect(traffic.length).toBeGreaterThan(10_000);
  expect(foundIn(traffic, { 'the topic of knocks': topics.knock })).toContain('the topic of knocks: plain');
  const names = { team: 'Northlight Coffee', agent: 'Željka Hana', other: 'Jonas Quist', customer: 'Eve Marchetti' };
  const secrets = { secret, password: teamKeys.password, victimSecret, ownSecret: secretOf(given) };
  const bytes = Object.fromEntries(
    Object.entries(secrets).map(([name, text]) => [`${name} in bytes`, fromBase64Url(text) ?? new Uint8Array()]),
  );
  const ofLink = { knockKey: parsed.link.knockKey, threads: victimKeys.thread, ownThread: own.thread };
  expect(foundIn(traffic, { ...TEXTS, ...names, ...secrets, ...bytes, ...ofLink })).toEqual([]);
  expect([...eve.errors, ...victim.errors]).toEqual([]);
  await eve.close();
  await victim.close();
});

test('a text that is there is found, in whichever form it stands', () => {
  const forms = [
    Buffer.from('..Größe 4711..'),
    Buffer.from(Buffer.from('..Größe 4711..').toString('base64')),
    Buffer.from(Buffer.from('.Größe 4711..').toString('base64url')),
    Buffer.from(Buffer.from('Größe 4711').toString('hex')),
    Buffer.from('Größe 4711', 'utf16le'),
    Buffer.from(Buffer.from('Größe 4711', 'utf16le').toString('base64')),
    Buffer.from(JSON.stringify({ a: 'Größe 4711' })),
    Buffer.from(encodeURIComponent('Größe 4711')),
    Buffer.from('Gr\\u00f6\\u00dfe 4711'),
  ];
  for (const form of forms) expect(foundIn(form, { text: 'Größe 4711' }), String(form)).not.toEqual([]);
  expect(foundIn(Buffer.from('Grosse 4711'), { text: 'Größe 4711' })).toEqual([]);
});
