import type { Actor } from './permission.ts';

/** Who decides about what is handed in for an agreement. */
export type Deciders = {
  /** Slug of the organisation that looks after the agreement; null: the registry does. */
  readonly steward: string | null;
  /** Slugs of the organisations that are hubs of the agreement, or of a network that it came out of, on the day. */
  readonly hubs: readonly string[];
};

/** Whose submission it is. */
export type Submitted = {
  /** Slug of the organisation, and of those that carry on for it by now. */
  readonly organisations: readonly string[];
  /** Who handed it in or corrected it last; null for the command line. */
  readonly userId: number | null;
};

const isRegistrar = (actor: Actor): boolean => actor.memberships.some(({ role }) => role === 'registrar');

const belongsTo = (actor: Actor, organisations: readonly string[]): boolean =>
  actor.memberships.some(({ organisation }) => organisation !== null && organisations.includes(organisation));

/** Editors and publishers hand in for their own organisation; registrars for any, from a documented source. */
export const maySubmit = (actor: Actor, organisations: readonly string[]): boolean =>
  isRegistrar(actor) || belongsTo(actor, organisations);

/** Publishers of the hubs and of the steward, and registrars: those who see what waits and decide about it. */
export const maySeeSubmissions = (actor: Actor, { steward, hubs }: Deciders): boolean =>
  actor.memberships.some(
    ({ role, organisation }) =>
      role === 'registrar' ||
      (role === 'publisher' &&
        organisation !== null &&
        (organisation === steward || hubs.includes(organisation))),
  );

/**
 * Whether somebody may accept or return a submission, or take such a decision back. Nobody accepts one's own: neither
 * what oneself handed in, nor what belongs to an organisation in which one holds a role.
 */
export const mayDecide = (actor: Actor, deciders: Deciders, submitted: Submitted): boolean =>
  maySeeSubmissions(actor, deciders) &&
  actor.userId !== submitted.userId &&
  !belongsTo(actor, submitted.organisations);

/** For which organisation somebody decides: a hub before the steward; null for a registrar, who decides for the registry. */
export function decidingFor(actor: Actor, { steward, hubs }: Deciders): string | null {
  const own = actor.memberships.flatMap(({ role, organisation }) =>
    role === 'publisher' && organisation !== null ? [organisation] : [],
  );
  return own.find((one) => hubs.includes(one)) ?? own.find((one) => one === steward) ?? null;
}
