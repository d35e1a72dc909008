// One agent's browser, driven by the names that assistive technology sees. Each is a browser process
// of its own with a profile of its own, so that agents can only meet over WebRTC; it can be killed
// and started again on the same profile.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium, expect, type BrowserContext, type Locator, type Page } from '@playwright/test';

import { BROWSER_FLAGS, findBrowser } from '../../tools/browser.mjs';
import { expectNothingRefused, watchPolicy } from './policy-watch.ts';

export interface NewConversation {
  readonly customer: string;
  readonly subject: string;
  readonly message?: string;
}

export class AgentBrowser {
  readonly name: string;
  readonly origin: string;
  /** What the console and the page threw; a test ends with none. */
  readonly errors: string[] = [];
  /** The folder that its browser keeps everything in. */
  readonly profile: string;
  readonly #flags: readonly string[];
  readonly #executablePath: string | null;
  #context: BrowserContext | null = null;
  #page: Page | null = null;

  private constructor(name: string, origin: string, flags: readonly string[], executablePath: string | null) {
    this.name = name;
    this.origin = origin;
    this.#flags = flags;
    this.#executablePath = executablePath;
    this.profile = mkdtempSync(join(tmpdir(), 'deskmesh-profile-'));
  }

  /** `flags`: further flags of Chromium. */
  static async open(
    name: string,
    origin: string,
    flags: readonly string[] = [],
    executablePath: string | null = findBrowser(),
  ): Promise<AgentBrowser> {
    const browser = new AgentBrowser(name, origin, flags, executablePath);
    await browser.launch();
    return browser;
  }

  get page(): Page {
    if (this.#page === null) throw new Error(`The browser of ${this.name} is not running.`);
    return this.#page;
  }

  /** Starts the process on the profile it had. */
  async launch(): Promise<void> {
    const executablePath = this.#executablePath;
    this.#context = await chromium.launchPersistentContext(this.profile, {
      ...(executablePath === null ? {} : { executablePath }),
      args: [...BROWSER_FLAGS, ...this.#flags],
      locale: 'en-GB',
      viewport: { width: 1440, height: 900 },
    });
    await watchPolicy(this.#context);
    this.#page = this.#context.pages()[0] ?? (await this.#context.newPage());
    this.#watch(this.#page);
    await this.#page.goto(this.origin);
  }

  async newTab(): Promise<Page> {
    if (this.#context === null) throw new Error(`The browser of ${this.name} is not running.`);
    const page = await this.#context.newPage();
    this.#watch(page);
    await page.goto(this.origin);
    return page;
  }

  /** Closes the tab of the desk as a person does; the browser goes on with an empty one. */
  async closeTab(): Promise<void> {
    const { page } = this;
    await this.#context?.newPage();
    await page.close();
  }

  /** Opens the desk again in the tab that `closeTab` left. */
  async openTab(): Promise<void> {
    const page = this.#context?.pages()[0];
    if (page === undefined) throw new Error(`The browser of ${this.name} has no tab.`);
    this.#page = page;
    this.#watch(page);
    await page.goto(this.origin);
  }

  /** The process dies at once, without a goodbye to anybody. */
  async kill(): Promise<void> {
    execFileSync('pkill', ['-KILL', '-f', `user-data-dir=${this.profile}`]);
    await this.#context?.close().catch(() => undefined);
    this.#context = null;
    this.#page = null;
  }

  /** Fails where the page's policy refused anything, in whichever test that was. */
  async close(): Promise<void> {
    await this.#context?.close().catch(() => undefined);
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
    expectNothingRefused(this.errors);
  }

  async createTeam(team: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Your name' }).fill(this.name);
    await this.page.getByRole('textbox', { name: 'Team name' }).fill(team);
    await this.page.getByRole('button', { name: 'Create team' }).click();
    await this.expectDesk();
  }

  async inviteLink(): Promise<string> {
    await this.page.getByRole('button', { name: 'Invite', exact: true }).first().click();
    const box = this.page.getByRole('textbox', { name: 'Invite link' });
    await expect(box).toHaveValue(/#join=/);
    const link = await box.inputValue();
    await this.page.keyboard.press('Escape');
    return link;
  }

  async join(link: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Your name' }).fill(this.name);
    await this.page.getByRole('textbox', { name: 'Invite link' }).fill(link);
    await this.page.getByRole('button', { name: 'Join team' }).click();
    await this.expectDesk();
  }

  async expectDesk(): Promise<void> {
    await expect(this.statusControl()).toBeVisible({ timeout: 20_000 });
  }

  statusControl(): Locator {
    return this.page.getByRole('button', { name: /^Status: / });
  }

  messageIcon(): Locator {
    return this.page.getByRole('button', { name: /^Messages/ });
  }

  assignment(): Locator {
    return this.page.getByRole('status').filter({ hasText: /^Assign/ });
  }

  connection(): Locator {
    return this.page.getByRole('button', { name: /^Connection:/ });
  }

  async setStatus(status: 'Ready' | 'Away', from: Locator = this.statusControl()): Promise<void> {
    await from.click();
    await this.page.getByRole('menuitemradio', { name: status }).click();
    await this.confirmPause();
    await expect(this.statusControl()).toHaveAccessibleName(`Status: ${status}`);
  }

  /** The last Ready agent is warned first (ST9). */
  async confirmPause(): Promise<void> {
    const dialog = this.page.getByRole('alertdialog').or(this.page.getByRole('dialog'));
    if (await dialog.isVisible()) await dialog.getByRole('button', { name: /Away|Log out/ }).click();
  }

  async logOut(): Promise<void> {
    await this.statusControl().click();
    await this.page.getByRole('menuitem', { name: 'Log out' }).click();
    await this.confirmPause();
    await expect(this.page.getByRole('button', { name: 'Log in' })).toBeVisible();
  }

  async logIn(): Promise<void> {
    await this.page.getByRole('button', { name: 'Log in' }).first().click();
    await this.expectDesk();
  }

  async goTo(place: 'Desk' | 'Dashboard' | 'Chat' | 'Settings'): Promise<void> {
    await this.page
      .getByRole('link', { name: place })
      .or(this.page.getByRole('tab', { name: place }))
      .first()
      .click();
  }

  async addConversation({ customer, subject, message }: NewConversation): Promise<void> {
    await this.page.getByRole('button', { name: 'New conversation' }).click();
    await this.page.getByRole('textbox', { name: 'Customer' }).fill(customer);
    await this.page.getByRole('textbox', { name: 'Subject' }).fill(subject);
    await this.page.getByRole('textbox', { name: 'Message' }).fill(message ?? 'Hello, can you help me?');
    await this.page.getByRole('button', { name: 'Add to queue' }).click();
  }

  list(name: 'Waiting' | 'Assigned to me' | 'In progress' | 'Parked'): Locator {
    return this.page.getByRole('region', { name });
  }

  /** The row of one conversation in one of the lists, with the buttons that stand in it. */
  row(list: Locator, { customer, subject }: NewConversation): Locator {
    return list
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('button', { name: `${customer}: ${subject}` }) });
  }

  /** Opens it from whichever list it stands in. */
  async openRow({ customer, subject }: NewConversation): Promise<void> {
    await this.page
      .getByRole('button', { name: `${customer}: ${subject}` })
      .first()
      .click();
  }

  #watch(page: Page): void {
    page.on('pageerror', (error) => this.errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
  }
}
