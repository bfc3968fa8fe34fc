import type { Claim, PartyRole } from './edition.ts';

/** A number of parties that a source claims, beside the parties that the register can name. */
export type ClaimedCount = {
  readonly claim: Claim;
  /** Named in the roles that the claim is about. */
  readonly named: number;
  /** Of those, still parties on the day. */
  readonly present: number;
  /** Places that the claim says there are and that no source names. */
  readonly unnamed: number;
  /** True when another claim about the same thing gives another number or counts other roles. None is chosen. */
  readonly isContested: boolean;
};

/**
 * Sets each claim that is counted by roles beside what the register names. Claims that contradict each other, and
 * readings of one claim, all stay; `isContested` says so of each.
 */
export function claimedCounts(
  claims: readonly Claim[],
  count: (roles: readonly PartyRole[]) => { readonly named: number; readonly present: number },
): readonly ClaimedCount[] {
  const counted = claims.filter(({ roles }) => roles.length > 0);
  return counted.map((claim) => {
    const { named, present } = count(claim.roles);
    return {
      claim,
      named,
      present,
      unnamed: Math.max(0, claim.value - named),
      isContested: counted.some(
        (other) => other.property === claim.property && meaning(other) !== meaning(claim),
      ),
    };
  });
}

const meaning = ({ value, roles }: Claim): string => [value, ...roles.toSorted()].join(' ');
