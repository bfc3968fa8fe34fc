import type { Page } from 'playwright-core';

/** Pages that stand at an address of the site and have run no script of it. */
const untouched = new WeakSet<Page>();

/**
 * Shows what stands at an address, and answers its HTTP status. A page without a script is its HTML and its stylesheets:
 * it is written into the window that shows another such page, so that what was brought there, as axe with its compiled
 * code, stays. Where a script would run, a window is opened anew.
 * @param address whole, and of the same site each time
 */
export async function showPage(page: Page, address: string): Promise<number> {
  const answer = await fetch(address);
  const html = await answer.text();
  const isPlain = !/<script(?! type="application\/ld\+json")/.test(html);
  if (isPlain && untouched.has(page)) {
    await page.setContent(html);
    return answer.status;
  }
  await page.goto(address);
  if (isPlain) untouched.add(page);
  else untouched.delete(page);
  return answer.status;
}
