import type { WrittenDate } from '../thai/written-date.ts';
import type { KeptFile } from './attachment.ts';
import type { Party, PartyRole } from './edition.ts';
import type { Fact } from './fact.ts';
import { promisingRoles } from './party-roster.ts';
import type { PartyTable } from './party-table.ts';
import {
  type Acceptance,
  isStillTold,
  type KnownSubmission,
  presentAcceptance,
  presentStanding,
  type SubmissionSource,
} from './submission.ts';

/**
 * By which an organisation says that one of the places without a name is its own (after the accession of the UN Treaty
 * Collection). The scan that shows it is `file`.
 */
export type AccessionFiling = {
  readonly role: PartyRole;
  readonly deed: 'sign' | 'join';
  /** When it signed or joined; `not_stated` where the document gives no date. */
  readonly date: Fact<WrittenDate>;
  readonly file: KeptFile | null;
  readonly source: SubmissionSource | null;
  readonly note: string | null;
};

/** A party that the register knows by an accession and not by the text of an edition. */
export type AcceptedParty = Party & {
  /** Number of the submission. */
  readonly accession: number;
  /** The day on which it was accepted: by then an undated deed had happened. */
  readonly knownOn: string;
};

/** The parties that accepted accessions add, in the order handed in. Others add none. */
export function acceptedParties(
  accessions: readonly KnownSubmission<AccessionFiling>[],
): readonly AcceptedParty[] {
  return accessions.flatMap((one) => {
    const acceptance = presentAcceptance(one);
    if (acceptance === null) return [];
    const { role, deed, date, note } = presentStanding(one).facts;
    return [
      {
        organisation: one.organisation,
        role,
        note: isStillTold(one) ? note : null,
        actions: [{ kind: deed, date }],
        sources: [],
        accession: one.number,
        knownOn: acceptance.on,
      },
    ];
  });
}

/** The parties of an edition and those that joined through the register; whom the edition names by now counts once. */
export const withAccepted = (
  parties: readonly Party[],
  accepted: readonly AcceptedParty[],
): readonly (Party | AcceptedParty)[] => [
  ...parties,
  ...accepted.filter(
    ({ organisation, role }) =>
      !parties.some((party) => party.organisation === organisation && party.role === role),
  ),
];

/** The roles in which an organisation may say that it is a party: those that a claim leaves unnamed, else all that promise. */
export function claimableRoles({ claims }: Pick<PartyTable, 'claims'>): readonly PartyRole[] {
  const open = claims.filter(({ unnamed }) => unnamed > 0);
  const roles = promisingRoles.filter((role) => open.some(({ claim }) => claim.roles.includes(role)));
  return roles.length > 0 ? roles : promisingRoles;
}

/** What readers are told of a party that is known by an accession, while it is accepted. */
export type ToldAccession = Pick<AccessionFiling, 'file' | 'source'> & {
  readonly accepted: Acceptance;
  /** False as of a moment before it was taken back or corrected: what shows it is not public any more. */
  readonly isTold: boolean;
};

/** What shows the accepted accessions, by their number. */
export const toldAccessions = (
  accessions: readonly KnownSubmission<AccessionFiling>[],
): ReadonlyMap<number, ToldAccession> =>
  new Map(
    accessions.flatMap((one) => {
      const accepted = presentAcceptance(one);
      if (accepted === null) return [];
      const { file, source } = presentStanding(one).facts;
      const isTold = isStillTold(one);
      const told = isTold ? { file, source } : { file: null, source: null };
      return [[one.number, { ...told, accepted, isTold }] as const];
    }),
  );
