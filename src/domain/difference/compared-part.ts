import type { Provision } from '../provision.ts';

/** How a part is called and where it stands, without its words. */
export type PartHead = {
  /** The eid of the provision; null for the text before the first heading or clause. */
  readonly eid: string | null;
  readonly kind: Exclude<Provision['kind'], 'paragraph'> | 'preface';
  /** As printed ("ข้อ ๕"); the whole text of headings without a number; empty for the preface. */
  readonly label: string;
  /** The number in Arabic digits; null when it has none. */
  readonly number: string | null;
  /** The eid of the part around it. */
  readonly parent: string | null;
};

/** One part of an edition as it is compared: every word of the edition stands in exactly one part. */
export type ComparedPart = PartHead & {
  /** The words after the label; never empty. */
  readonly heading: string | null;
  /** Plain text, lines divided by `\n`, without the text of the parts inside it. */
  readonly text: string;
};

/**
 * The parts of an edition in the order of its text. Paragraphs are part of their clause; a heading inside a
 * clause is a part of its own, so its text is taken out of that of the clause.
 * @param preface plain text before the first heading or clause
 */
export function partsOf(provisions: readonly Provision[], preface: string): readonly ComparedPart[] {
  const own = ownTexts(provisions);
  const parts = provisions.flatMap((one): readonly ComparedPart[] => {
    const { eid, kind, label, number, heading, parent } = one;
    if (kind === 'paragraph') return [];
    return [{ eid, kind, label, number, parent, heading, text: own.get(eid) ?? one.text }];
  });
  if (preface === '') return parts;
  const opening = { eid: null, kind: 'preface', label: '', number: null, parent: null } as const;
  return [{ ...opening, heading: null, text: preface }, ...parts];
}

/** The texts of clauses that have headings inside: what stands in those comes last and is cut off. */
function ownTexts(provisions: readonly Provision[]): ReadonlyMap<string, string> {
  const byEid = new Map(provisions.map((one) => [one.eid, one]));
  const texts = new Map<string, string>();
  for (const inner of provisions) {
    if (inner.kind !== 'heading' || inner.text === '') continue;
    let around = byEid.get(inner.parent ?? '');
    while (around && around.kind !== 'clause') around = byEid.get(around.parent ?? '');
    if (!around) continue;
    const text = texts.get(around.eid) ?? around.text;
    texts.set(around.eid, text.slice(0, Math.max(0, text.length - inner.text.length - 1)));
  }
  return texts;
}

/** The head of a part alone. */
export const headOf = ({ eid, kind, label, number, parent }: ComparedPart): PartHead => ({
  eid,
  kind,
  label,
  number,
  parent,
});
