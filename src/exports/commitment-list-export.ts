import { addresses } from '../domain/addresses.ts';
import type { CommitmentRow } from '../domain/commitment-list.ts';
import { givenValue } from '../domain/fact.ts';
import { spanStateLabels } from '../i18n/labels.ts';

/** The commitments of a list, as they stood at a moment. */
export type CommitmentListExport = {
  /** As of when, as `AsOf.text` says it, and its day. */
  readonly asOf: string;
  readonly day: string;
  /** Commitments that fit the filter; more than `rows` has when the list is too long for one file. */
  readonly total: number;
  readonly rows: readonly CommitmentRow[];
  /** Path and query of the page whose rows these are, with `asOf`. */
  readonly path: string;
  readonly origin: string;
};

/** One commitment as both formats tell it. */
export function commitmentRow(
  { work, title, provenance, edition, sha256, commitment, summary }: CommitmentRow,
  { day, asOf, origin }: Pick<CommitmentListExport, 'day' | 'asOf' | 'origin'>,
) {
  const { id, metric, comparator, value, unit, per, due, period, domain, provision, textAsWritten } =
    commitment;
  return {
    agreement: work.slug,
    title,
    provenance,
    commitment: id,
    metric,
    comparator,
    value,
    unit,
    per,
    state: summary.state,
    stateLabel: spanStateLabels[summary.state],
    readings: summary.readings,
    evidence: summary.evidence,
    due: givenValue(due),
    dueState: due.kind,
    period,
    domain,
    provision,
    textAsWritten,
    edition,
    editionAddress: new URL(addresses.edition(work, edition), origin).href,
    sha256,
    address: new URL(addresses.commitments(work.slug, day, id, asOf), origin).href,
  };
}

/** Why a file does not hold the whole list; null when it does. */
export const commitmentShortfall = ({ total, rows }: CommitmentListExport): string | null =>
  rows.length >= total
    ? null
    : `แฟ้มนี้มี ${rows.length} รายการแรกจาก ${total} รายการ โปรดกรองรายการให้แคบลงเพื่อให้ได้ครบ`;
