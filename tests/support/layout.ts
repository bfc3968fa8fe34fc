import type { Page } from 'playwright-core';

/** How a page stands on the screen. */
export type Layout = {
  /** Landmarks, headings and blocks, one to a line; a block ends with its box, `left+width` in percent of the screen. */
  readonly lines: readonly string[];
  /** What no page may do: stand outside the screen, or over or above what comes before it. */
  readonly faults: readonly string[];
};

/**
 * Looks at the page as it is, at its present width and medium. Texts, heights and what flows with text are left out.
 * @param part selector of the parts whose blocks are told, those that stand alike once; the whole page unless told
 */
export const layoutOf = (page: Page, part = 'body'): Promise<Layout> =>
  page.evaluate((within) => {
    const DEEPEST = 4;
    const SLACK = 1.5;
    const wide = document.documentElement.clientWidth;
    const lines: string[] = [];
    const faults: string[] = [];

    const nameOf = (one: Element): string =>
      [one.localName, ...[...one.classList].filter((name) => !name.startsWith('shade-'))].join('.');
    const boxOf = (one: Element) => one.getBoundingClientRect();
    const isBlock = (one: Element): boolean => {
      const { display, position, visibility } = getComputedStyle(one);
      const { width, height } = boxOf(one);
      const isFlow = !/^(?:inline|none|contents)/.test(display) && !/^(?:absolute|fixed)$/.test(position);
      return isFlow && one.checkVisibility() && visibility === 'visible' && width > 1 && height > 1;
    };
    const isVisible = (one: Element): boolean => one.checkVisibility() && boxOf(one).width > 1;
    /** What stands in a row one after the other is as wide as its words are. */
    const flowsWithText = (one: Element): boolean => {
      const { display, flexDirection } = getComputedStyle(one);
      return /flex/.test(display) && !flexDirection.startsWith('column');
    };

    const labelOf = (one: Element): string => {
      const by = document.getElementById(one.getAttribute('aria-labelledby') ?? '');
      return (one.getAttribute('aria-label') ?? by?.textContent ?? '').trim();
    };
    lines.push('landmarks');
    for (const one of document.querySelectorAll(
      'body > header, main, body > footer, nav, [role="search"], form[aria-label]',
    )) {
      if (isVisible(one) && !one.closest('[inert]'))
        lines.push(`  ${one.localName} ${labelOf(one)}`.trimEnd());
    }
    lines.push('headings');
    for (const one of document.querySelectorAll('h1, h2, h3, h4')) {
      if (!one.checkVisibility() || one.closest('[inert], .prose :not(:first-child)')) continue;
      const words = (one.textContent ?? '')
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/[\d,.]*\d/g, '#');
      lines.push(`  ${one.localName} ${words}`);
    }

    lines.push('blocks');
    const look = (one: Element, depth: number): void => {
      const blocks = [...one.children].filter(isBlock);
      const told = new Set<string>();
      const shown = blocks.map((block) => {
        const { left, right, width } = boxOf(block);
        if (left < -SLACK || right > wide + SLACK) faults.push(`${nameOf(block)} stands outside the screen`);
        const share = (length: number) => Math.round((length / wide) * 100);
        // A legend is as wide as its words are, which is not the same in every browser.
        const box = block.matches('legend') ? share(left) : `${share(left)}+${share(width)}`;
        return { block, line: `${nameOf(block)} ${box}` };
      });
      for (const [index, { block, line }] of shown.entries()) {
        const next = blocks[index + 1];
        if (next) compare(block, next);
        if (told.has(line)) continue;
        told.add(line);
        lines.push(`${'  '.repeat(depth)}${line}`);
        const isEnd =
          depth === DEEPEST || flowsWithText(block) || block.matches('.prose, table, svg, [inert]');
        if (!isEnd) look(block, depth + 1);
      }
    };
    const compare = (block: Element, next: Element): void => {
      const [a, b] = [boxOf(block), boxOf(next)];
      const share = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      if (share > SLACK && b.top < a.bottom - SLACK) {
        faults.push(`${nameOf(next)} does not stand below ${nameOf(block)}`);
      }
    };
    const parts = new Set<string>();
    for (const one of document.querySelectorAll(within)) {
      const before = lines.length;
      look(one, 1);
      const told = lines.slice(before).join();
      if (parts.has(told)) lines.length = before;
      parts.add(told);
    }
    return { lines, faults };
  }, part);
