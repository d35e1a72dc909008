// A customer in a browser process of their own, driven by the names that assistive technology sees.

import { chromium, expect, type Browser, type Locator, type Page } from '@playwright/test';

import { BROWSER_FLAGS, findBrowser } from '../../tools/browser.mjs';
import { expectNothingRefused, watchPolicy } from './policy-watch.ts';

export class CustomerBrowser {
  readonly name: string;
  readonly errors: string[] = [];
  readonly page: Page;
  readonly #browser: Browser;

  private constructor(name: string, browser: Browser, page: Page) {
    this.name = name;
    this.#browser = browser;
    this.page = page;
    page.on('pageerror', (error) => this.errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
  }

  /** `prepare`: what is done with the page before it goes there. */
  static async open(
    name: string,
    link: string,
    { width = 390, prepare }: { readonly width?: number; prepare?(page: Page): Promise<unknown> } = {},
  ): Promise<CustomerBrowser> {
    const executablePath = findBrowser();
    const browser = await chromium.launch({
      ...(executablePath === null ? {} : { executablePath }),
      args: BROWSER_FLAGS,
    });
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width, height: 844 } });
    await watchPolicy(context);
    const customer = new CustomerBrowser(name, browser, await context.newPage());
    await prepare?.(customer.page);
    await customer.page.goto(link);
    return customer;
  }

  async begin(text: string, name = this.name): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Your name' }).fill(name);
    await this.page.getByRole('textbox', { name: 'Message' }).fill(text);
    await this.page.getByRole('button', { name: 'Send message' }).click();
    await expect(this.log()).toBeVisible();
  }

  async write(text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Write a message' }).fill(text);
    await this.page.getByRole('button', { name: 'Send', exact: true }).click();
  }

  /** Takes the conversation off this device: the form is there again. */
  async forget(): Promise<void> {
    await this.page.getByRole('button', { name: 'More' }).click();
    await this.page.getByRole('button', { name: 'Delete from this device' }).click();
    await expect(this.page.getByRole('textbox', { name: 'Your name' })).toBeVisible();
  }

  log(): Locator {
    return this.page.getByRole('log');
  }

  /** How things stand, as the page says it. */
  line(): Locator {
    return this.log().getByRole('status');
  }

  /** All that was said, in order. */
  said(): Promise<readonly string[]> {
    return this.log().locator('.text').allTextContents();
  }

  /** Fails where the page's policy refused anything. */
  async close(): Promise<void> {
    await this.#browser.close();
    expectNothingRefused(this.errors);
  }
}
