import { listAcceptedEvidence, listSpansOf, readSpans } from '../../db/commitment-lists.ts';
import type { Register } from '../../db/connection.ts';
import { findOrganisations } from '../../db/organisations.ts';
import { findSubmissions } from '../../db/submissions.ts';
import { spanTime } from '../domain/commitment-span.ts';
import type { Commitment } from '../domain/edition.ts';
import type { EvidenceFiling } from '../domain/evidence.ts';
import type { Instant } from '../domain/iso-date.ts';
import { presentStanding } from '../domain/submission.ts';
import type { WorkName } from '../domain/work.ts';
import { asOfNow } from './steps/as-of-now.ts';

/** Entries of the feed. */
const feedLength = 50;

/** A deed that counts now, with what it counts toward. */
export type AcceptedEvidence = {
  readonly work: WorkName;
  readonly agreement: string;
  readonly commitment: Commitment;
  readonly number: number;
  readonly organisation: string;
  readonly filing: EvidenceFiling;
  readonly acceptedAt: Instant;
};

/** The evidence that was accepted last in the whole register and is public now, the newest first. */
export async function listEvidence(register: Register, now: Instant): Promise<readonly AcceptedEvidence[]> {
  const { read } = register;
  const asOf = await asOfNow(register, now);
  const at = { time: spanTime(asOf.until), lastEdition: asOf.lastEdition };
  const ids = listAcceptedEvidence(read, at, feedLength);
  const found = await findSubmissions<EvidenceFiling>(read, ids);
  const works = [...new Set(found.map(({ workId }) => workId))];
  const rows = readSpans(read, listSpansOf(read, works, at), at);
  const organisations = await findOrganisations(
    read,
    found.map(({ organisation }) => organisation),
  );
  return found.flatMap((one) => {
    const row = rows.find(
      ({ work, commitment }) => work.slug === one.work.slug && commitment.id === one.commitment,
    );
    if (row === undefined) return [];
    const { facts, since } = presentStanding(one);
    return [
      {
        work: one.work,
        agreement: row.title,
        commitment: row.commitment,
        number: one.number,
        organisation: organisations.get(one.organisation)?.name ?? one.organisation,
        filing: facts,
        acceptedAt: since,
      },
    ];
  });
}
