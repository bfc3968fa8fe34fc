import axeCore from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * What of axe's rules another look of the same page can break: another scheme or medium changes colours, larger text what
 * scrolls and how large a target is, and neither of them the structure.
 */
const rulesOf = {
  everything: null,
  sizes: ['target-size', 'scrollable-region-focusable'],
  contrast: ['color-contrast'],
} as const;

export type Asked = keyof typeof rulesOf;

/**
 * What axe objects to on a page as it is, a rule and a place each; empty when nothing. Axe is brought into a page that has
 * it not yet and stays there: bringing it costs more than asking it.
 * @param asked `everything`, or for a further look of a page that was asked everything what that look can change
 * @param within selector of the parts that are looked at; the whole page unless told
 */
export async function objectionsTo(
  page: Page,
  asked: Asked = 'everything',
  within: string | null = null,
): Promise<readonly string[]> {
  const isThere = await page.evaluate(() => 'axe' in globalThis);
  // What the source ends with would come back through the wire.
  if (!isThere) await page.evaluate(`${axeCore.source};void 0`);
  return page.evaluate(
    async ({ rules, parts }) => {
      const { axe } = globalThis as unknown as { readonly axe: typeof axeCore };
      const { violations } = await axe.run(parts ?? document, {
        resultTypes: ['violations'],
        ...(rules === null ? {} : { runOnly: { type: 'rule', values: [...rules] } }),
      });
      return violations.map(({ id, nodes }) => `${id} ${String(nodes[0]?.target)}`);
    },
    { rules: rulesOf[asked], parts: within },
  );
}
