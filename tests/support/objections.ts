import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * What of axe's rules another look of the same page can break: another scheme or width changes colours, sizes and what
 * scrolls, and nothing of the structure.
 */
const rulesOfLooks = ['color-contrast', 'target-size', 'scrollable-region-focusable'];

/**
 * What axe objects to on a page as it is, a rule and a place each; empty when nothing.
 * @param asked `everything`, or for a further look of a page that was asked everything `what_looks_change`
 */
export async function objectionsTo(
  page: Page,
  asked: 'everything' | 'what_looks_change' = 'everything',
): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (asked === 'everything' ? axe : axe.withRules(rulesOfLooks)).analyze();
  return violations.map(({ id, nodes }) => `${id} ${String(nodes[0]?.target)}`);
}
