import type { Register } from '../../db/connection.ts';
import { addresses } from '../domain/addresses.ts';
import { bodyMaximumBytes, tidyBody } from '../domain/draft.ts';
import type { Manifest, Relation } from '../domain/edition.ts';
import type { Instant } from '../domain/iso-date.ts';
import { lineageNote } from '../domain/lineage.ts';
import { outlinedParts } from '../domain/numbering/outlined-part.ts';
import type { Actor } from '../domain/permission.ts';
import { quotedText, withQuotation, withQuotedProvision } from '../domain/quote-provision.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { WorkName } from '../domain/work.ts';
import { renderBody } from '../render/render-markdown.ts';
import { changeDraft } from './steps/change-draft.ts';

/** How the words of another work may be tied to a text that takes them over. */
export const quotingKinds = [
  'derives_from',
  'cites',
  'implements',
  'adopts',
] as const satisfies readonly Relation['kind'][];

export type Quotation = {
  readonly expectedVersion: number;
  /** The published edition that is quoted, and the eid of the provision in it. */
  readonly source: Manifest;
  readonly eid: string;
  /** A ข้อ of its own, or words set off as a quotation. */
  readonly as: 'provision' | 'quotation';
  /** Eid of the part of the draft behind which it goes; null: behind everything. */
  readonly after: string | null;
  readonly kind: (typeof quotingKinds)[number];
};

/**
 * Takes a provision of another work over into a draft, and says from where: a relation to the provision, with its
 * edition and the place of its words in the draft in the note (`lineageOf` reads it).
 * Refused: `draft_not_found`, `draft_changed`, `content_invalid` for a provision that the edition does not have and
 * for a text that becomes too long.
 */
export function quoteProvision(
  register: Register,
  actor: Actor,
  name: WorkName,
  { expectedVersion, ...quotation }: Quotation,
  now: Instant,
): Promise<Result<{ readonly version: number }>> {
  const change = (content: Manifest) => quoted(content, quotation);
  return changeDraft(register, actor, name, { expectedVersion, kind: 'saved', change }, now);
}

function quoted(content: Manifest, quotation: Omit<Quotation, 'expectedVersion'>): Result<Manifest> {
  const { source, eid, as, after, kind } = quotation;
  const rendered = renderBody(source.body);
  const provision = rendered.provisions.find((one) => one.eid === eid);
  if (!provision) {
    const problems = [{ field: 'eid', reason: 'unknown_provision', found: eid } as const];
    return refused({ code: 'content_invalid', problems });
  }
  const words = quotedText(source.body, outlinedParts(rendered.provisions, rendered.starts), provision);
  const own = renderBody(content.body);
  const parts = outlinedParts(own.provisions, own.starts);
  const origin = {
    name: `${source.title} ${provision.label} ฉบับลำดับที่ ${source.edition}`,
    address: addresses.provision(source, source.edition, eid),
  };
  const { body, line } =
    as === 'provision'
      ? withQuotedProvision(content.body, parts, words, after)
      : withQuotation(content.body, parts, words, origin, after);
  if (new TextEncoder().encode(body).length > bodyMaximumBytes) {
    return refused({ code: 'content_invalid', problems: [{ field: 'body', reason: 'too_long' }] });
  }
  const relation: Relation = {
    kind,
    target: `${source.type}/${source.slug}#${eid}`,
    note: lineageNote(source.edition, partAt(body, line)),
  };
  return accepted({ ...content, body: tidyBody(body), relations: [...content.relations, relation] });
}

/** The part of the text in which a line stands. */
function partAt(body: string, line: number): { readonly eid: string; readonly label: string } | null {
  const { provisions, starts } = renderBody(body);
  return outlinedParts(provisions, starts).findLast((part) => part.line <= line) ?? null;
}
