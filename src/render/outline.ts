import {
  createEids,
  type Provision,
  type ProvisionOpening,
  readProvisionOpening,
} from '../domain/provision.ts';

/** Collects the provisions of one edition while its blocks are read in order. */
export type Outline = {
  /**
   * A heading of this text and level (1–6) begins. Answers its eid, its kind, its label, and how many of the
   * parts open before it end here.
   */
  readonly openHeading: (text: string, level: number) => OpenedPart;
  /** A clause begins with a paragraph ("ข้อ ๕ ให้มี…"). */
  readonly openClause: (opening: ProvisionOpening) => OpenedPart;
  /** A paragraph begins; its eid, or null when it stands outside any clause. */
  readonly openParagraph: () => string | null;
  /** Text of the block at hand, counted to the paragraph and the parts it stands in. */
  readonly addText: (text: string) => void;
  readonly provisions: () => readonly Provision[];
};

export type OpenedPart = {
  readonly eid: string;
  readonly kind: Provision['kind'];
  readonly label: string;
  readonly closes: number;
};

type Gathered = Omit<Provision, 'text'> & { readonly lines: string[] };
type OpenPart = { readonly entry: Gathered; readonly level: number };

/** Below every heading, so that any heading ends a clause that a paragraph opened. */
const PARAGRAPH_LEVEL = 7;

/**
 * หมวด holds ส่วน holds ข้อ. A part ends where one of its own kind begins, and where a heading of its level or a
 * higher one does; but a ส่วน never ends a หมวด of its own level, and a ข้อ ends neither. Headings without a
 * number nest by level; one below a ข้อ belongs to it.
 */
export function createOutline(): Outline {
  const eids = createEids();
  const gathered: Gathered[] = [];
  let open: OpenPart[] = [];
  let clause: Gathered | null = null;
  let paragraph: Gathered | null = null;
  let paragraphs = 0;

  const gather = (facts: Omit<Provision, 'text' | 'order'>): Gathered => {
    const entry = { ...facts, order: gathered.length, lines: [] };
    gathered.push(entry);
    return entry;
  };
  const openPart = (opening: ProvisionOpening | null, text: string, level: number): OpenedPart => {
    const kind = opening?.kind ?? 'heading';
    const first = open.findIndex((part) => isEndedBy(part, kind, level));
    const kept = first < 0 ? open : open.slice(0, first);
    const closes = open.length - kept.length;
    const parent = kept.at(-1)?.entry.eid ?? null;
    const eid = opening === null ? eids.ofHeading() : eids.ofNumbered(opening.kind, opening.number, parent);
    const label = opening?.label ?? text;
    const heading = opening === null ? text : opening.rest || null;
    const entry = gather({ eid, kind, label, number: opening?.number ?? null, heading, parent });
    open = [...kept, { entry, level }];
    const enclosing = open.findLast((part) => part.entry.kind === 'clause')?.entry ?? null;
    if (enclosing !== clause) paragraphs = 0;
    clause = enclosing;
    paragraph = null;
    return { eid, kind, label, closes };
  };
  return {
    openHeading: (text, level) => openPart(readProvisionOpening(text), text, level),
    openClause: (opening) => openPart({ ...opening, rest: '' }, opening.label, PARAGRAPH_LEVEL),
    openParagraph: () => {
      if (clause === null) return null;
      paragraphs += 1;
      const eid = eids.ofParagraph(clause.eid, paragraphs);
      const label = `วรรค ${paragraphs}`;
      const facts = { kind: 'paragraph', label, number: String(paragraphs), heading: null } as const;
      paragraph = gather({ eid, ...facts, parent: clause.eid });
      return eid;
    },
    addText: (text) => {
      if (text === '') return;
      for (const entry of new Set([open.at(-1)?.entry, clause, paragraph])) entry?.lines.push(text);
    },
    provisions: () => gathered.map(({ lines, ...entry }) => ({ ...entry, text: lines.join('\n') })),
  };
}

function isEndedBy({ entry, level }: OpenPart, kind: Provision['kind'], newLevel: number): boolean {
  if (entry.kind === kind && kind !== 'heading') return true;
  switch (entry.kind) {
    case 'chapter':
      return kind === 'heading' ? newLevel <= level : kind === 'part' && newLevel < level;
    case 'part':
      return kind !== 'clause' && newLevel <= level;
    case 'clause':
      return kind !== 'heading' || newLevel <= level;
    default:
      return newLevel <= level;
  }
}
