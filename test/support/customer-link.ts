// A link for customers, made on the settings page as an agent makes it.

import { expect } from '@playwright/test';

import type { AgentBrowser } from './agent-browser.ts';

export const makeCustomerLink = async (agent: AgentBrowser, name = 'Counter'): Promise<string> => {
  const { page } = agent;
  await agent.goTo('Settings');
  await page.getByRole('textbox', { name: 'Name of the link' }).fill(name);
  await page.getByRole('button', { name: 'Make a link' }).click();
  const box = page.getByRole('textbox', { name: 'Link for customers' });
  await expect(box).toHaveValue(/\/ask\/#1\./);
  const address = await box.inputValue();
  await page.keyboard.press('Escape');
  await agent.goTo('Desk');
  return address;
};
