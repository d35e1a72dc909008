// What the page's policy stops, tried on the built desk by what an attacker would plant. That nothing of
// the desk itself runs into the policy is seen by every other test here: a browser with a violation does not close
// without an error (support/policy-watch.ts).

import { expect, test } from '@playwright/test';
import { AgentBrowser } from '../support/agent-browser.ts';
import { RendezvousProcess } from '../support/rendezvous-process.ts';

let rendezvous: RendezvousProcess;
let agent: AgentBrowser;

test.beforeAll(async () => {
  rendezvous = await RendezvousProcess.start();
  agent = await AgentBrowser.open('Ines', rendezvous.origin);
  await agent.createTeam('Northlight Coffee');
});
test.afterAll(async () => {
  // What was planted here was to be refused.
  agent?.errors.splice(0);
  await agent?.close();
  await rendezvous?.stop();
});

test('the desk itself runs into none of it, on any page', async () => {
  for (const place of ['Dashboard', 'Chat', 'Settings', 'Desk'] as const) {
    await agent.goTo(place);
    await expect(agent.page.getByRole('heading').first()).toBeVisible();
  }
  expect(agent.errors).toEqual([]);
});

test('text that looks like code stays text, and a planted script does not run', async () => {
  const planted = await agent.page.evaluate(async () => {
    const inline = document.createElement('script');
    const handler = document.createElement('img');
    const outcomes: string[] = [];
    try {
      inline.textContent = 'globalThis.planted = 1';
      document.head.append(inline);
    } catch {
      outcomes.push('a text is no script');
    }
    try {
      document.body.innerHTML += '<img src="data:," onerror="globalThis.planted = 2">';
    } catch {
      outcomes.push('a text is no markup');
    }
    handler.setAttribute('src', 'data:,');
    try {
      handler.setAttribute('onerror', 'globalThis.planted = 3');
    } catch {
      outcomes.push('a text is no event handler');
    }
    document.body.append(handler);
    await new Promise((resolve) => setTimeout(resolve, 300));
    handler.remove();
    inline.remove();
    return { outcomes, planted: (globalThis as { planted?: number }).planted ?? null };
  });
  expect(planted.planted).toBeNull();
  expect(planted.outcomes).toContain('a text is no markup');
  expect(agent.errors.filter((error) => error.includes('policy')).length).toBeGreaterThan(0);
});

test('no page of this address runs a script that was written into it', async ({ browser }) => {
  const page = await browser.newPage({ serviceWorkers: 'block' });
  await page.route('**/?planted', async (route) => {
    const response = await route.fetch({ url: `${rendezvous.origin}/` });
    const body = (await response.text()).replace('<body>', '<body><script>globalThis.planted = 4</script>');
    await route.fulfill({ response, body });
  });
  await page.goto(`${rendezvous.origin}/?planted`);
  await expect(page.locator('body > script')).toHaveCount(1);
  expect(await page.evaluate(() => (globalThis as { planted?: number }).planted ?? null)).toBeNull();
  await page.close();
});

test('it starts no script and reaches no address that is not the team’s', async () => {
  const refused = await agent.page.evaluate(async () => {
    const blocked = new Set<string>();
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      blocked.add(`${effectiveDirective} ${blockedURI}`);
    });
    const isRefused = async (attempt: () => unknown): Promise<boolean> => {
      try {
        await attempt();
        return false;
      } catch {
        return true;
      }
    };
    const worker = await isRefused(() => new Worker('/assets/other.js'));
    const fetched = await isRefused(() => fetch('http://127.0.0.2:9/'));
    const line = new WebSocket('ws://127.0.0.2:9/');
    await new Promise((resolve) => line.addEventListener('error', resolve));
    const picture = new Image();
    picture.src = 'http://127.0.0.2:9/pixel.png';
    await new Promise((resolve) => picture.addEventListener('error', resolve));
    return { worker, fetched, blocked: [...blocked].sort() };
  });
  expect(refused.worker).toBe(true);
  expect(refused.fetched).toBe(true);
  expect(refused.blocked).toEqual([
    'connect-src http://127.0.0.2:9/',
    'connect-src ws://127.0.0.2:9/',
    'img-src http://127.0.0.2:9/pixel.png',
  ]);
});
