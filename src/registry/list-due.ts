import { listSpansOf, readSpans } from '../../db/commitment-lists.ts';
import { listAgreementsNaming } from '../../db/commitments.ts';
import type { Register } from '../../db/connection.ts';
import { listWorksOfNetwork } from '../../db/lists.ts';
import { findNetwork } from '../../db/networks.ts';
import { findOrganisation } from '../../db/organisations.ts';
import type { CommitmentRow } from '../domain/commitment-list.ts';
import { spanTime } from '../domain/commitment-span.ts';
import { dayInThailand, type Instant } from '../domain/iso-date.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { asOfNow } from './steps/as-of-now.ts';
import { keyOf, listedCommitments, readInParts } from './steps/listed-commitments.ts';
import { listSuccessions, readAgreement } from './steps/read-agreement.ts';

/** Agreements of one calendar; more than any network or organisation has. */
const mostAgreements = 1000;

export type DueCommitments = {
  /** Of whom, in words; null for the whole register. */
  readonly of: string | null;
  /** Those due first; also those without a due date. */
  readonly rows: readonly CommitmentRow[];
};

/**
 * The commitments of the register, of the agreements that came out of a network, or of those in which an organisation
 * keeps the promises now. Refused: `network_not_found`, `organisation_not_found`.
 */
export async function listDue(
  register: Register,
  scope: { readonly network?: string; readonly organisation?: string },
  now: Instant,
): Promise<Result<DueCommitments>> {
  const { read } = register;
  const asOf = await asOfNow(register, now);
  const at = { time: spanTime(asOf.until), lastEdition: asOf.lastEdition };
  const of = (name: string, works: readonly number[]) =>
    accepted({ of: name, rows: readSpans(read, listSpansOf(read, works, at), at) });
  if (scope.network !== undefined) {
    const network = await findNetwork(read, scope.network);
    if (network === null) return refused({ code: 'network_not_found', slug: scope.network });
    const works = await listWorksOfNetwork(read, scope.network, mostAgreements);
    return of(
      network.name,
      works.map(({ workId }) => workId),
    );
  }
  if (scope.organisation !== undefined) {
    const organisation = await findOrganisation(read, scope.organisation);
    if (organisation === null) return refused({ code: 'organisation_not_found', slug: scope.organisation });
    return of(organisation.name, await agreementsKeptBy(register, scope.organisation, now));
  }
  const { spans } = await listedCommitments(register, asOf);
  return accepted({ of: null, rows: await readInParts(register, spans.map(keyOf), at) });
}

/** Also those in which it carries on for one that was there before. */
async function agreementsKeptBy({ read }: Register, slug: string, now: Instant): Promise<readonly number[]> {
  const day = dayInThailand(now);
  const forerunners = (await listSuccessions(read)).filter(({ successor }) => successor === slug);
  const names = [slug, ...forerunners.map(({ predecessor }) => predecessor)];
  const works = (await Promise.all(names.map((name) => listAgreementsNaming(read, name)))).flat();
  const kept: number[] = [];
  for (const work of new Map(works.map((one) => [one.id, one])).values()) {
    const agreement = await readAgreement(read, work.slug, day);
    if (agreement?.roster.holdersOn(day).has(slug)) kept.push(work.id);
  }
  return kept;
}
