import type { Browser, Page } from 'playwright-core';
import type { SearchCost } from '../../../src/search/recorded-score.ts';
import { launchBrowser } from '../../support/browser.ts';
import type { Asked, OpenEngine } from './engine.ts';
import { type IndexSite, openIndexSite } from './index-site.ts';

declare global {
  /** Set by the script of the page: finds, prepares ten results to be shown, and names all that was found. */
  var ask: ((query: string) => Promise<readonly string[]>) | undefined;
}

/**
 * Asks every query in a real browser with a fresh profile. `script` is the module of the page; `toId` turns what it
 * names into the id of a record.
 */
export async function openInBrowser(
  dir: string,
  script: string,
  toId: (name: string) => string,
): Promise<OpenEngine> {
  const site = await openIndexSite(dir, script);
  const browser = await launchBrowser();
  return {
    ask: (query, nextQuery) => askFresh(browser, site, query, nextQuery, toId),
    close: async () => {
      await browser.close();
      await site.close();
    },
  };
}

async function askFresh(
  browser: Browser,
  site: IndexSite,
  query: string,
  nextQuery: string,
  toId: (name: string) => string,
): Promise<Asked> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const cost = startCounting(site);
    await page.goto(site.origin);
    const names = await askPage(page, query);
    const first = cost();
    await askPage(page, nextQuery);
    return { found: names.map(toId), first, next: cost() };
  } finally {
    await context.close();
  }
}

async function askPage(page: Page, query: string): Promise<readonly string[]> {
  await page.waitForFunction(() => globalThis.ask !== undefined);
  return page.evaluate(async (text) => (await globalThis.ask?.(text)) ?? [], query);
}

/** Counts what the site sends; each call gives the cost since the call before. */
function startCounting(site: IndexSite): () => SearchCost {
  let before = site.sent();
  let since = performance.now();
  return () => {
    const now = site.sent();
    const at = performance.now();
    const requests = now.requests - before.requests;
    const kilobytes = (now.bytes - before.bytes) / 1024;
    const cost = { requests, kilobytes, milliseconds: at - since };
    before = now;
    since = at;
    return cost;
  };
}
