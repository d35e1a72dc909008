// The doctor, the servers of the team and a newcomer's wait, each in a browser.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { commands, userEvent } from 'vitest/browser';
import { asDeviceId } from '../../../src/domain/ids.ts';
import type { Mesh } from '../../../src/engine/ports.ts';
import ConnectingPage from '../../../src/ui/pages/start/connecting-page.svelte';
import IceSection from '../../../src/ui/pages/settings/ice-section.svelte';
import DoctorPanel from '../../../src/ui/shell/doctor/doctor-panel.svelte';
import type { DeskView } from '../../../src/view/desk-view.svelte.ts';
import type { WatchBrowser } from '../../../src/view/doctor-live.svelte.ts';
import { apartTeam } from '../../support/apart-team.ts';
import { meshOf, peerOf, readingsOf } from '../../support/doctor-readings.ts';
import { SmallNetwork } from '../../support/small-network.ts';
import { worldDesk } from '../../support/world-desk.ts';
import PageHarness from './page-harness.svelte';

vi.setConfig({ testTimeout: 20_000 });

const TURN = { url: 'turn:t.example:3478', username: 'team-login', credential: 'very-secret' };

let desk: DeskView;
let mesh: Mesh;

beforeEach(() => {
  const { world, hana } = apartTeam(1);
  desk = worldDesk(world, hana);
  mesh = new SmallNetwork(world.time).mesh(hana.replica.doc, hana);
});

afterEach(() => desk.end());

const offline: WatchBrowser = async () => ({
  read: () => ({ ...readingsOf().browser, isOnline: false }),
  end: () => undefined,
});

describe('the doctor', () => {
  const inTrouble = {
    get mesh() {
      return desk.mesh;
    },
    agents: [],
    now: Date.UTC(2026, 10, 19, 14, 31),
    statusHistory: () => [],
    settings: { iceServers: [TURN] },
    reach: { reachable: 1, teammates: 4 },
    meshStatus: meshOf({
      rendezvous: [{ url: 'ws://192.168.1.7:4173/rendezvous', isConnected: false }],
      peers: [peerOf({ path: 'relayed', pendingBytes: 2_048 }), peerOf({ device: null, state: 'connecting' })],
      refused: [{ device: asDeviceId('noisy'), reason: 'tooMany', count: 3, backInMs: 60_000 }],
    }),
  };

  test('says step by step what works, what fails and what to do, and names who was cut off', async () => {
    const rest = { desk: inTrouble };
    const screen = await render(PageHarness, { desk, page: DoctorPanel, rest, watchBrowser: offline });
    const steps = screen.getByRole('list', { name: 'Step by step' });
    await expect.element(steps).toBeVisible();
    expect(steps.element().children).toHaveLength(7);
    await expect.element(screen.getByText('What to do:').first()).toBeVisible();
    await expect.element(screen.getByText('no answer')).toBeVisible();
    await expect.element(screen.getByRole('heading', { name: 'Kept out' })).toBeVisible();
    await expect.element(screen.getByText(/^3 times/u)).toBeVisible();
    expect(await commands.axeFindings()).toEqual([]);
  });

  test('what cannot be copied stands there as text, without a secret in it', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('not allowed'));
    const rest = { desk: inTrouble };
    const screen = await render(PageHarness, { desk, page: DoctorPanel, rest, watchBrowser: offline });
    await screen.getByRole('button', { name: 'Copy' }).click();
    const report = screen.getByRole('textbox');
    await expect.element(report).toBeVisible();
    const text = (report.element() as HTMLTextAreaElement).value;
    expect(text).toContain('t.example');
    expect(text).not.toContain(TURN.credential);
    expect(text).not.toContain(TURN.username);
  });
});

describe('the servers of the team', () => {
  test('are none by default; a TURN server asks for its login, a wrong address is refused in a sentence', async () => {
    const screen = await render(PageHarness, { desk, page: IceSection });
    await expect.element(screen.getByText('None. No third party is contacted.')).toBeVisible();
    const address = screen.getByRole('textbox', { name: 'Address' });
    await address.fill('http://t.example');
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByText(/An address begins with stun:/u)).toBeVisible();
    await address.fill(TURN.url);
    await screen.getByRole('textbox', { name: 'Username' }).fill(TURN.username);
    await screen.getByLabelText('Credential').fill(TURN.credential);
    await screen.getByRole('button', { name: 'Add server' }).click();
    expect(desk.settings.iceServers).toEqual([TURN]);
    await expect.element(screen.getByText('as team-login')).toBeVisible();
    expect(screen.container.textContent).not.toContain(TURN.credential);
    expect(await commands.axeFindings()).toEqual([]);
    await screen.getByRole('button', { name: `Remove ${TURN.url}` }).click();
    expect(desk.settings.iceServers).toEqual([]);
  });
});

describe('[ST4] a newcomer', () => {
  const waiting = (more: object) => ({
    desk,
    page: ConnectingPage,
    isWhole: true,
    rest: { teamName: 'Northlight', canContinue: true },
    app: { joining: { mesh, iceServers: [] }, ...more },
  });

  test('sees how much has come, and is not asked to go on alone meanwhile', async () => {
    const arriving = { receivedBytes: 4_200_000, totalBytes: 10_400_000 };
    const screen = await render(PageHarness, waiting({ arriving }));
    const bar = screen.getByRole('progressbar');
    await expect.element(bar).toHaveAttribute('aria-valuenow', '40');
    await expect.element(screen.getByText(/4\.2.*10\.4/u)).toBeVisible();
    expect(screen.container.textContent).not.toContain('Go on alone');
    expect(await commands.axeFindings()).toEqual([]);
  });

  test('who meets nobody can look what stands in the way before there is a desk', async () => {
    const screen = await render(PageHarness, { ...waiting({ arriving: null }), watchBrowser: offline });
    await screen.getByRole('button', { name: 'What works and what does not' }).click();
    // It comes with a file of its own.
    await expect.element(screen.getByText('This device has not met the team yet.'), { timeout: 10_000 }).toBeVisible();
    await expect.element(screen.getByRole('list', { name: 'Step by step' })).toBeVisible();
    await expect.element(screen.getByText('What to do:').first()).toBeVisible();
    expect(await commands.axeFindings()).toEqual([]);
  });
});
