import { formatNumber } from './number-formats.ts';
import type { ListPlace, WordStyles } from './word-styles.ts';
import { attributeOf, childOf, childrenOf, valueIn, type XmlElement } from './xml-tree.ts';

type Level = { readonly start: number; readonly format: string; readonly text: string };
type List = {
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly restarts: ReadonlyMap<number, number>;
};

/** Counts through the automatic lists of one Word file. */
export type WordNumbering = {
  /** The label that Word prints before the next paragraph there: "ข้อ ๑", "(ก)"; null for bullets and unknown lists. */
  readonly nextLabel: (place: ListPlace) => string | null;
  /** The list that a style belongs to because a level names it. */
  readonly placeOfStyle: (styleId: string) => ListPlace | null;
};

const COUNT_MAXIMUM = 100_000;

/** @param root `word/numbering.xml`; null when the file has none */
export function readWordNumbering(root: XmlElement | null, styles: WordStyles): WordNumbering {
  const abstract = new Map(
    childrenOf(root, 'w:abstractNum').map(
      (list) => [attributeOf(list, 'w:abstractNumId') ?? '', list] as const,
    ),
  );
  const lists = readLists(root, abstract, styles);
  const byStyle = placesByStyle(lists, abstract);
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();

  const count = ({ abstractId, levels, restarts }: List, { numId, level }: ListPlace): readonly number[] => {
    const counter = counters.get(abstractId) ?? [];
    counters.set(abstractId, counter);
    const restart = restarts.get(level);
    const isNew = !begun.has(`${numId}/${level}`);
    begun.add(`${numId}/${level}`);
    const before = counter[level];
    const start = levels.get(level)?.start ?? 1;
    counter[level] =
      isNew && restart !== undefined
        ? restart
        : before === undefined
          ? start
          : Math.min(before + 1, COUNT_MAXIMUM);
    counter.length = level + 1;
    return Array.from(counter, (value, at) => value ?? levels.get(at)?.start ?? 1);
  };
  return {
    nextLabel: (place) => {
      const list = lists.get(place.numId);
      const own = list?.levels.get(place.level);
      if (!list || !own) return null;
      const numbers = count(list, place);
      if (own.format === 'bullet') return null;
      return own.text.replace(/%([1-9])/g, (_whole, digit: string) => {
        const at = Number(digit) - 1;
        const value = numbers[at];
        return value === undefined ? '' : formatNumber(value, list.levels.get(at)?.format ?? 'decimal');
      });
    },
    placeOfStyle: (styleId) => byStyle.get(styleId) ?? null,
  };
}

function readLists(
  root: XmlElement | null,
  abstract: ReadonlyMap<string, XmlElement>,
  styles: WordStyles,
): ReadonlyMap<string, List> {
  const elements = new Map(
    childrenOf(root, 'w:num').map((list) => [attributeOf(list, 'w:numId') ?? '', list] as const),
  );
  const lists = new Map<string, List>();
  for (const [numId, element] of elements) {
    const named = valueIn(element, 'w:abstractNumId') ?? '';
    const abstractId = followStyle(named, abstract, elements, styles);
    const overrides = childrenOf(element, 'w:lvlOverride');
    const restarts = overrides.flatMap((one) => {
      const start = valueIn(one, 'w:startOverride');
      return start === null ? [] : [[levelOf(one), wholeNumber(start)] as const];
    });
    const levels = new Map([
      ...readLevels(abstract.get(abstractId) ?? null),
      ...overrides.flatMap((one) => readLevels(one)),
    ]);
    lists.set(numId, { abstractId, levels, restarts: new Map(restarts) });
  }
  return lists;
}

/** A list that only names a style of lists has its levels where that style leads. */
function followStyle(
  abstractId: string,
  abstract: ReadonlyMap<string, XmlElement>,
  elements: ReadonlyMap<string, XmlElement>,
  styles: WordStyles,
): string {
  const styleId = valueIn(abstract.get(abstractId) ?? null, 'w:numStyleLink');
  const numId = styleId === null ? null : styles.numIdOf(styleId);
  const linked = numId === null ? null : valueIn(elements.get(numId) ?? null, 'w:abstractNumId');
  return linked ?? abstractId;
}

function placesByStyle(
  lists: ReadonlyMap<string, List>,
  abstract: ReadonlyMap<string, XmlElement>,
): ReadonlyMap<string, ListPlace> {
  const places = new Map<string, ListPlace>();
  for (const [numId, { abstractId }] of lists) {
    for (const level of childrenOf(abstract.get(abstractId) ?? null, 'w:lvl')) {
      const styleId = valueIn(level, 'w:pStyle');
      if (styleId !== null && !places.has(styleId)) places.set(styleId, { numId, level: levelOf(level) });
    }
  }
  return places;
}

const readLevels = (list: XmlElement | null): readonly (readonly [number, Level])[] =>
  childrenOf(list, 'w:lvl').map((level) => [
    levelOf(level),
    {
      start: wholeNumber(valueIn(level, 'w:start') ?? '1'),
      format: attributeOf(childOf(level, 'w:numFmt'), 'w:val') ?? 'decimal',
      text: (valueIn(level, 'w:lvlText') ?? '').slice(0, 100),
    },
  ]);

const levelOf = (element: XmlElement): number => {
  const level = Number(attributeOf(element, 'w:ilvl') ?? '0');
  return Number.isInteger(level) && level >= 0 && level <= 8 ? level : 0;
};

function wholeNumber(text: string): number {
  const value = Number(text);
  return Number.isInteger(value) && value >= 0 && value <= COUNT_MAXIMUM ? value : 1;
}
