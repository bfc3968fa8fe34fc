import type { Register } from '../../db/connection.ts';
import {
  countHeld,
  findOrganisation,
  listFourEyes,
  listOrganisations,
  mapSuccessions,
  type StoredSuccession,
} from '../../db/organisations.ts';
import type { Organisation } from '../domain/organisation.ts';
import { type Actor, isRegistrar } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';

export type DeskOrganisation = {
  readonly organisation: Organisation;
  readonly hasFourEyes: boolean;
  readonly successor: StoredSuccession | null;
};

export type DeskOrganisationPage = DeskOrganisation & {
  readonly held: { readonly works: number; readonly roles: number };
  /** Every other organisation, to choose from. */
  readonly others: readonly { readonly slug: string; readonly name: string }[];
};

/** The organisations whose names hold a text, by slug; registrars only. Refused: `not_permitted`. */
export async function listDeskOrganisations(
  register: Register,
  actor: Actor,
  text: string,
): Promise<Result<readonly DeskOrganisation[]>> {
  if (!isRegistrar(actor)) return refused({ code: 'not_permitted' });
  const { read } = register;
  const fourEyes = await listFourEyes(read);
  const successions = await mapSuccessions(read);
  const fits = ({ slug, name, shortName, aliases }: Organisation) =>
    [slug, name, shortName ?? '', ...aliases].some((word) => word.includes(text));
  return accepted(
    (await listOrganisations(read)).filter(fits).map((organisation) => ({
      organisation,
      hasFourEyes: fourEyes.has(organisation.slug),
      successor: successions.get(organisation.slug) ?? null,
    })),
  );
}

/** One organisation as registrars look after it. Refused: `not_permitted`, `organisation_not_found`. */
export async function openDeskOrganisation(
  register: Register,
  actor: Actor,
  slug: string,
): Promise<Result<DeskOrganisationPage>> {
  if (!isRegistrar(actor)) return refused({ code: 'not_permitted' });
  const { read } = register;
  const organisation = await findOrganisation(read, slug);
  if (!organisation) return refused({ code: 'organisation_not_found', slug });
  return accepted({
    organisation,
    hasFourEyes: (await listFourEyes(read)).has(slug),
    successor: (await mapSuccessions(read)).get(slug) ?? null,
    held: await countHeld(read, slug),
    others: (await listOrganisations(read))
      .filter((other) => other.slug !== slug)
      .map((other) => ({ slug: other.slug, name: other.name })),
  });
}
