import { attributeOf, childOf, childrenOf, valueIn, type XmlElement } from './xml-tree.ts';

/** Where a paragraph stands in a numbered list of Word. */
export type ListPlace = { readonly numId: string; readonly level: number };

/** What paragraphs take from their style, through the styles it is based on. */
export type WordStyles = {
  readonly listPlaceOf: (styleId: string | null) => ListPlace | null;
  /** From 1; null when the style makes no heading. */
  readonly headingLevelOf: (styleId: string | null) => number | null;
  /** The list that a style of lists stands for. */
  readonly numIdOf: (styleId: string) => string | null;
  readonly isCentred: (styleId: string | null) => boolean;
  /** Lines of a table of contents, which Word makes from the headings. */
  readonly isContents: (styleId: string | null) => boolean;
};

const CHAIN_MAXIMUM = 20;
const HEADING_MAXIMUM = 6;

export function readWordStyles(root: XmlElement | null): WordStyles {
  const styles = new Map(
    childrenOf(root, 'w:style').map((style) => [attributeOf(style, 'w:styleId') ?? '', style] as const),
  );
  /** The first answer along the chain of a style and those it is based on. */
  const along = <T>(styleId: string | null, read: (style: XmlElement) => T | null): T | null => {
    let style = styleId === null ? undefined : styles.get(styleId);
    for (let step = 0; style !== undefined && step < CHAIN_MAXIMUM; step += 1) {
      const found = read(style);
      if (found !== null) return found;
      style = styles.get(valueIn(style, 'w:basedOn') ?? '');
    }
    return null;
  };
  return {
    listPlaceOf: (styleId) => along(styleId, (style) => listPlaceIn(childOf(style, 'w:pPr'))),
    headingLevelOf: (styleId) =>
      along(styleId, (style) => headingByName(style) ?? outlineLevelIn(childOf(style, 'w:pPr'))),
    numIdOf: (styleId) => along(styleId, (style) => listPlaceIn(childOf(style, 'w:pPr'))?.numId ?? null),
    isCentred: (styleId) => along(styleId, (style) => valueIn(childOf(style, 'w:pPr'), 'w:jc')) === 'center',
    isContents: (styleId) =>
      styleId !== null && /^toc (?:[1-9]|heading)$/i.test(valueIn(styles.get(styleId), 'w:name') ?? ''),
  };
}

/** The list named by the properties of a paragraph or style; null when they name none. `numId` 0 is "no list". */
export function listPlaceIn(properties: XmlElement | null): ListPlace | null {
  const list = childOf(properties, 'w:numPr');
  const numId = valueIn(list, 'w:numId');
  if (numId === null) return null;
  const level = Number(valueIn(list, 'w:ilvl') ?? '0');
  return { numId, level: Number.isInteger(level) && level >= 0 && level <= 8 ? level : 0 };
}

/** `w:outlineLvl` 0–5 as heading 1–6. */
export function outlineLevelIn(properties: XmlElement | null): number | null {
  const value = valueIn(properties, 'w:outlineLvl');
  const level = value === null ? Number.NaN : Number(value) + 1;
  return level >= 1 && level <= HEADING_MAXIMUM ? level : null;
}

function headingByName(style: XmlElement): number | null {
  const level = Number(/^heading ([1-6])$/i.exec(valueIn(style, 'w:name') ?? '')?.[1]);
  return Number.isNaN(level) ? null : level;
}
