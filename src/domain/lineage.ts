import { toArabicDigits } from '../thai/digits.ts';
import type { Relation } from './edition.ts';
import { isSlug, isWorkType, type WorkName } from './work.ts';

/** Where a text, or one provision of it, comes from. */
export type Lineage = {
  /** Null when the relation points at something that no work can be named. */
  readonly work: WorkName | null;
  /** The provision that was taken over; null for the whole text. */
  readonly from: string | null;
  /** The edition of that work whose words were taken over; null when the note does not name one. */
  readonly edition: number | null;
  /** The provision of the own text that they became; null when the note does not name one. */
  readonly to: string | null;
};

/** The beginning of a relation's note by which it names an edition: ฉบับลำดับที่ 2, and further words. */
const EDITION = /^ฉบับลำดับที่\s*([0-9๐-๙]{1,4})(?![0-9๐-๙])/;
/** The own provision that a note names, as people read it and by its eid: ใช้ที่ข้อ 7 (#cl-7). */
const PROVISION = /\(#([a-z0-9-]{1,60})\)/;

/**
 * The note of a relation to one edition of a work. A relation itself points at a work or a provision of it
 * (`type/slug#eid`); which edition was read, and where its words stand now, is said in its note.
 */
export function lineageNote(
  edition: number,
  to: { readonly eid: string; readonly label: string } | null = null,
): string {
  return `ฉบับลำดับที่ ${edition}${to === null ? '' : ` ใช้ที่${to.label} (#${to.eid})`}`;
}

/** What a relation says of where a text comes from, read from its target and its note. */
export function lineageOf({ target, note }: Pick<Relation, 'target' | 'note'>): Lineage {
  const [path = '', from = null] = target.split('#');
  const [type = '', slug = ''] = path.split('/');
  const edition = EDITION.exec(note ?? '')?.[1];
  return {
    work: isWorkType(type) && isSlug(slug) ? { type, slug } : null,
    from: from === '' ? null : from,
    edition: edition === undefined ? null : Number(toArabicDigits(edition)),
    to: PROVISION.exec(note ?? '')?.[1] ?? null,
  };
}

/** What a note of a relation says beside the edition and the provision that `lineageOf` reads; null when nothing. */
export function lineageRemark(note: string | null): string | null {
  const plain = (note ?? '')
    .replace(EDITION, '')
    .replace(/^\s*(?:ใช้ที่[^()]{0,80})?\(#[a-z0-9-]{1,60}\)/, '')
    .trim();
  return plain === '' ? null : plain;
}

/** The relations by which words or duties of one text came into another; the others only speak of it. */
export const lineageKinds = [
  'derives_from',
  'instance_of_template',
  'adopts',
  'implements',
] as const satisfies readonly Relation['kind'][];
export type LineageKind = (typeof lineageKinds)[number];

/** Those by which a whole text may name what it was written after, the plainest first. */
export const modelKinds = ['instance_of_template', 'derives_from'] as const satisfies readonly LineageKind[];

export const isModelKind = (kind: string): boolean => (modelKinds as readonly string[]).includes(kind);

export const isLineageKind = (kind: string): kind is LineageKind =>
  (lineageKinds as readonly string[]).includes(kind);

/**
 * The relation by which a text says that a provision of it comes from a provision of another work: one that names the
 * two, else one that names either or only the work; a text that is cited counts too. Null when none does; one that names
 * others says nothing of these.
 */
export function statedOrigin(
  relations: readonly Relation[],
  eid: string,
  origin: { readonly work: WorkName; readonly eid: string },
): Relation | null {
  const fitting = relations
    .filter(({ kind }) => isLineageKind(kind) || kind === 'cites')
    .map((relation) => ({ relation, lineage: lineageOf(relation) }))
    .filter(({ lineage: { work } }) => work?.type === origin.work.type && work.slug === origin.work.slug)
    .filter(({ lineage: { from, to } }) => (from ?? origin.eid) === origin.eid && (to ?? eid) === eid);
  const exactness = ({ from, to }: Lineage): number => Number(from !== null) + Number(to !== null);
  return fitting.toSorted((a, b) => exactness(b.lineage) - exactness(a.lineage))[0]?.relation ?? null;
}
