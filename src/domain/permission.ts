/** Roles are always held within an organisation; `registrar` is held in the registry itself. */
export const roles = ['editor', 'publisher', 'registrar'] as const;
export type Role = (typeof roles)[number];

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);

export type Membership = {
  readonly role: Role;
  /** Slug of the organisation; null for the registry itself. */
  readonly organisation: string | null;
};

/** A signed-in person, as far as permission is concerned. */
export type Actor = {
  readonly userId: number;
  readonly memberships: readonly Membership[];
};

export type StewardedWork = {
  /** Slug of the organisation that looks after the work; null: the registry's registrars do. */
  readonly steward: string | null;
};

export type WorkAction = 'read_draft' | 'edit' | 'publish';

/** One row per role: what it may do to a work of its own organisation (or, for a registrar, to any). */
const allowed: Readonly<Record<Role, readonly WorkAction[]>> = {
  editor: ['read_draft', 'edit'],
  publisher: ['read_draft', 'edit', 'publish'],
  registrar: ['read_draft', 'edit', 'publish'],
};

/** True when the actor may do this to the work, by any of the roles held. */
export function may(actor: Actor, action: WorkAction, work: StewardedWork): boolean {
  return actor.memberships.some(
    (membership) =>
      allowed[membership.role].includes(action) &&
      (membership.role === 'registrar' ||
        (work.steward !== null && membership.organisation === work.steward)),
  );
}

/** True for someone who may open new works: anyone with a role. */
export const mayOpenWork = (actor: Actor, steward: string | null): boolean => may(actor, 'edit', { steward });

export const isRegistrar = (actor: Actor): boolean =>
  actor.memberships.some((membership) => membership.role === 'registrar');

/** Registrars see the whole audit trail, publishers what concerns their organisations. */
export const maySeeAudit = (actor: Actor): boolean =>
  actor.memberships.some(({ role }) => role === 'registrar' || role === 'publisher');
