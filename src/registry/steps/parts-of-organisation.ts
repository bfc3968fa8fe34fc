import type { Connection } from '../../../db/connection.ts';
import { everything, type Known } from '../../../db/known.ts';
import { type ListedWork, listWorksOfIds, listWorksOfParty, mapParties } from '../../../db/lists.ts';
import { listHandedInBy } from '../../../db/submission-lists.ts';
import { type AcceptedParty, type AccessionFiling, acceptedParties } from '../../domain/accession.ts';
import type { PartyRole } from '../../domain/edition.ts';
import type { Organisation } from '../../domain/organisation.ts';
import type { PartyDeed } from '../../domain/party-table.ts';
import { isStillTold } from '../../domain/submission.ts';

/** A work whose edition names an organisation, or one that it carries on for, in a role. */
export type NamedPart = ListedWork & {
  readonly role: PartyRole;
  /** Slug of the body that is named. */
  readonly organisation: string;
  readonly deeds: readonly PartyDeed[];
};

/** An agreement that an organisation joined through the register, and that does not name it in that role. */
export type JoinedPart = ListedWork & {
  readonly accession: AcceptedParty;
  /** False as of a moment before it was taken back or corrected. */
  readonly isTold: boolean;
};

/** Works of which the parties are read between two turns of the event loop: their manifests are looked into. */
const worksAtOnce = 100;

/** Slugs of the bodies that an organisation carries on for. */
export const forerunnersOf = ({ succeeds = [] }: Organisation): readonly string[] =>
  succeeds.map(({ organisation }) => organisation);

/**
 * The works that an organisation has a part in, by their current editions: its own, then those of each body that it
 * carries on for, each in the order of lists.
 * @param limit at most so many works of each body
 */
export async function partsOfOrganisation(
  read: Connection,
  organisation: Organisation,
  limit: number,
  known: Known = everything,
): Promise<{ readonly named: readonly NamedPart[]; readonly joined: readonly JoinedPart[] }> {
  const { slug } = organisation;
  const named: NamedPart[] = [];
  for (const body of [slug, ...forerunnersOf(organisation)]) {
    const works = await listWorksOfParty(read, [body], limit, known);
    for (let first = 0; first < works.length; first += worksAtOnce) {
      named.push(...(await withDeeds(read, works.slice(first, first + worksAtOnce), known)));
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  }
  return { named, joined: await joinedBy(read, slug, named, known) };
}

async function withDeeds(
  read: Connection,
  works: readonly Omit<NamedPart, 'deeds'>[],
  known: Known,
): Promise<readonly NamedPart[]> {
  const parties = await mapParties(
    read,
    works.map(({ workId }) => workId),
    known,
  );
  return works.map((work) => ({
    ...work,
    deeds: (parties.get(work.workId) ?? [])
      .filter(({ organisation, role }) => organisation === work.organisation && role === work.role)
      .flatMap(({ actions }) => actions),
  }));
}

async function joinedBy(
  read: Connection,
  slug: string,
  named: readonly NamedPart[],
  known: Known,
): Promise<readonly JoinedPart[]> {
  const filed = await listHandedInBy<AccessionFiling>(read, slug, 'accession', known);
  const works = await listWorksOfIds(read, [...new Set(filed.map(({ workId }) => workId))], known);
  return works.flatMap((work) =>
    filed
      .filter(({ workId }) => workId === work.workId)
      .flatMap((one) =>
        acceptedParties([one]).map((accession) => ({ ...work, accession, isTold: isStillTold(one) })),
      )
      .filter(
        ({ workId, accession: { role } }) =>
          !named.some((part) => part.workId === workId && part.organisation === slug && part.role === role),
      ),
  );
}
