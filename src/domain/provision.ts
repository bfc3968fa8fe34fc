import { toArabicDigits } from '../thai/digits.ts';

/** A part of an edition that has an address of its own: `…#cl-5`. */
export type Provision = {
  /** Unique in its edition, `/^[a-z0-9-]+$/`: `ch-2`, `pt-1`, `cl-5`, `cl-5-p-2`, `s-1`. */
  readonly eid: string;
  readonly kind: 'chapter' | 'part' | 'clause' | 'paragraph' | 'heading';
  /** As printed ("ข้อ ๕"); the whole text of other headings; "วรรค 2" for a paragraph, which prints none. */
  readonly label: string;
  /** The number in Arabic digits as printed ("5", "1/1"); null for headings without one. */
  readonly number: string | null;
  /** The words after the label in its heading; null when there are none. */
  readonly heading: string | null;
  /** The eid of the part around it. */
  readonly parent: string | null;
  /** Its place in the edition, from 0. */
  readonly order: number;
  /**
   * Plain text, lines divided by `\n`, labels and headings left out. A clause has the text of all its
   * paragraphs, a paragraph its own and that of the lists and tables after it, any other part what stands
   * directly under its heading.
   */
  readonly text: string;
};

/** How a numbered part begins. `rest` is what follows the label, without dividing punctuation. */
export type ProvisionOpening = {
  readonly kind: 'chapter' | 'part' | 'clause';
  readonly label: string;
  readonly number: string;
  readonly rest: string;
};

const OPENING =
  /^(หมวด|ส่วน|ข้อ)(?:ที่)?[ \u00a0\t]*([0-9๐-๙]{1,6}(?:[./][0-9๐-๙]{1,6}){0,3})(?![0-9๐-๙]|[./][0-9๐-๙])(?=$|[\s.:)–—-])/;

/**
 * Reads the opening of a numbered part from the text of a heading or paragraph: "หมวด ๑/๑ บททั่วไป",
 * "ส่วนที่ 2", "ข้อ ๕ ให้มี…". Null when the text begins otherwise.
 */
export function readProvisionOpening(text: string): ProvisionOpening | null {
  const match = OPENING.exec(text);
  if (match === null) return null;
  const [label, word, digits] = match;
  const kind = word === 'หมวด' ? 'chapter' : word === 'ส่วน' ? 'part' : 'clause';
  return {
    kind,
    label,
    number: toArabicDigits(digits ?? ''),
    rest: text.slice(label.length).replace(/^[\s.:)–—-]+/, ''),
  };
}

/** Gives out the eids of one edition; each call answers an eid not given before. */
export type EidSeries = {
  /** The eid of a chapter, part or clause: `cl-5`; taken before, `ch-2-cl-5`; still taken, `ch-2-cl-5-2`. */
  readonly ofNumbered: (kind: ProvisionOpening['kind'], number: string, parent: string | null) => string;
  /** The eid of paragraph `position` (from 1) of a clause: `cl-5-p-2`. */
  readonly ofParagraph: (clause: string, position: number) => string;
  /** The eid of the next heading without a number: `s-1`, `s-2`, … */
  readonly ofHeading: () => string;
};

const STEMS = { chapter: 'ch', part: 'pt', clause: 'cl' } as const;

/** A fresh series for one edition. A number's dots and slashes become hyphens, its leading zeros go. */
export function createEids(): EidSeries {
  const nextSuffix = new Map<string, number>();
  let headings = 0;
  const isFree = (eid: string) => !nextSuffix.has(eid);
  const take = (stem: string): string => {
    let eid = stem;
    for (let suffix = nextSuffix.get(stem) ?? 2; !isFree(eid); suffix += 1) {
      eid = `${stem}-${suffix}`;
      nextSuffix.set(stem, suffix + 1);
    }
    nextSuffix.set(eid, 2);
    return eid;
  };
  return {
    ofNumbered: (kind, number, parent) => {
      const parts = number.split(/[./]/).map((digits) => digits.replace(/^0+(?=\d)/, ''));
      const stem = `${STEMS[kind]}-${parts.join('-')}`;
      return take(isFree(stem) || parent === null ? stem : `${parent}-${stem}`);
    },
    ofParagraph: (clause, position) => take(`${clause}-p-${position}`),
    ofHeading: () => {
      headings += 1;
      return take(`s-${headings}`);
    },
  };
}
