import { afterAll, afterEach, describe, expect, jest } from '@jest/globals';
import type { App } from '@slack/bolt';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { FakeSlack } from '../../src/fake-slack.ts';
import { startHttpPair } from './bolt-bot.ts';
import { connectChromium, findChromium } from './chromium.ts';

// A browser on a busy machine takes its time; what is awaited still has its own, shorter limit.
jest.setTimeout(60_000);

const chromium = findChromium();
const errors: string[] = [];
/** Windows of the default kind that no test uses at the moment: a new one costs more than a test. */
const idle: Page[] = [];
let inUse: { readonly page: Page; readonly isDefault: boolean }[] = [];
let browser: Promise<Browser> | undefined;

const defaults = { viewport: { width: 1280, height: 800 } } as const;

afterEach(async () => {
  for (const { page, isDefault } of inUse) {
    if (isDefault) await leave(page);
    else await page.context().close();
  }
  inUse = [];
  expect(errors.splice(0)).toEqual([]);
});

afterAll(async () => (await browser)?.close());

/** A suite that needs a browser; where there is none, its name says that it was skipped, and why. */
export function describeInBrowser(name: string, suite: () => void): void {
  if (chromium.path !== undefined) {
    describe(name, suite);
    return;
  }
  const skipped = `${name} (skipped: ${chromium.reason})`;
  // Jest keeps the names of what it skips to itself when a whole file is skipped.
  process.stderr.write(`${skipped}\n`);
  describe.skip(skipped, suite);
}

/** Opens the page in a window of its own; a script error on it fails the test. */
export async function visit(
  slack: FakeSlack,
  address = '/',
  options?: BrowserContextOptions,
): Promise<Page> {
  const page =
    (options ? undefined : idle.pop()) ?? (await openWindow({ ...defaults, ...options }));
  inUse.push({ page, isDefault: !options });
  await page.goto(slack.url + address);
  await page.getByTestId('channel-title').waitFor();
  return page;
}

async function openWindow(options: BrowserContextOptions): Promise<Page> {
  browser ??= connectChromium(chromium.path ?? '');
  const context = await (await browser).newContext(options);
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('dialog', (dialog) => errors.push(`a dialog opened: ${dialog.message()}`));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) errors.push(message.text());
  });
  return page;
}

/** Puts a window back as it was for the next test. */
async function leave(page: Page): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  await page.setViewportSize(defaults.viewport);
  await page.mouse.move(0, 0);
  await page.goto('about:blank');
  idle.push(page);
}

/**
 * A fake Slack and a real bot which reach each other without a socket and wait for each other longer
 * than Slack would: a browser that starts beside them can keep a small machine busy for seconds.
 */
export function startSlowPair(listen: (app: App) => void): Promise<FakeSlack> {
  return startHttpPair(listen, { ackTimeoutMs: 20_000 });
}

/** Calls a method of the Web API as the bot, and gives back its answer. */
export async function callAsBot(
  slack: FakeSlack,
  method: string,
  body: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const response = await fetch(slack.apiUrl + method, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${slack.botToken}`,
      'content-type': 'application/json; charset=utf-8',
    },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Record<string, unknown>;
  expect(answer).toMatchObject({ ok: true });
  return answer;
}

/** The message on the page that holds this text. */
export function messageWith(page: Page, text: string): Locator {
  return page.getByTestId('messages').getByTestId('message').filter({ hasText: text });
}

/** The words of an element as they are seen, without the white space around and between them. */
export async function wordsOf(locator: Locator): Promise<string> {
  await locator.waitFor();
  const [words = ''] = await locator.allInnerTexts();
  return words.replace(/\s+/g, ' ').trim();
}

/** Whether an element has the focus. */
export function hasFocus(locator: Locator): Promise<boolean> {
  return locator.evaluate((node) => node === document.activeElement);
}
