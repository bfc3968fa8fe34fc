import type { Locator } from 'playwright-core';

/**
 * The elements inside an element as indented lines of tag, classes and role, without any text. Equal neighbours are one
 * line with their structure once.
 */
export const structureOf = (root: Locator): Promise<readonly string[]> =>
  root.evaluate((element) => {
    const told = ['role', 'type', 'name', 'aria-label', 'aria-labelledby', 'aria-invalid', 'aria-current'];
    const nameOf = (one: Element): string => {
      const marks = told.filter((name) => one.hasAttribute(name)).map((name) => `[${name}]`);
      return [one.localName, ...[...one.classList].map((name) => `.${name}`), ...marks].join('');
    };
    const linesOf = (one: Element): string[] => {
      // The live preview comes when its worker has rendered: sooner or later than this looks.
      const isOpaque = one.matches('svg, .live-text__page');
      const inner = isOpaque ? [] : [...one.children].map(linesOf);
      const different = inner.filter((lines, index) => lines.join() !== inner[index - 1]?.join());
      return [nameOf(one), ...different.flat().map((line) => `  ${line}`)];
    };
    return [...element.children].flatMap(linesOf);
  });
