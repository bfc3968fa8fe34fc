import { listAgreementsAround, type NamedAgreement } from '../../db/agreements.ts';
import type { Connection, Register } from '../../db/connection.ts';
import { findOrganisations } from '../../db/organisations.ts';
import type { Commitment } from '../domain/edition.ts';
import { dayInThailand, type Instant } from '../domain/iso-date.ts';
import { promisingRoles } from '../domain/party-roster.ts';
import { type Actor, may } from '../domain/permission.ts';
import { codesUpward } from '../domain/place.ts';
import { findNamed } from '../domain/suggestion.ts';
import { beginsName, toNameKey } from '../thai/name-key.ts';
import { namesOf } from './steps/name-list.ts';
import { ownOrganisations } from './steps/own-organisations.ts';
import { readAgreement } from './steps/read-agreement.ts';

/** Places are looked for in at most so many agreements, and at most so many agreements of a name are offered. */
const mostAround = 30;
const mostNamed = 10;

/** An agreement to hand something in for. */
export type OpenAgreement = {
  readonly slug: string;
  readonly title: string;
  /** Parties that a source claims and that nobody names. */
  readonly unnamed: number;
  readonly commitments: readonly Commitment[];
  /** Whether the actor may record what others judge of its commitments. */
  readonly mayAssess: boolean;
};

/**
 * Agreements with places without a name that may be those of the actor's organisations: about their area, or out of
 * their networks.
 */
export async function listOpenPlaces(
  { read }: Pick<Register, 'read'>,
  actor: Actor,
  now: Instant,
): Promise<readonly OpenAgreement[]> {
  const { all } = await ownOrganisations(read, actor);
  if (all.length === 0) return [];
  const covers = [...(await findOrganisations(read, all)).values()].flatMap((one) => one.covers);
  const codes = [...new Set(covers.flatMap(codesUpward))];
  const around = await listAgreementsAround(read, codes, all, promisingRoles, mostAround);
  return (await openOf(read, actor, around, now)).filter(({ unnamed }) => unnamed > 0);
}

/** Agreements whose title holds a text, with or without such places. Empty for a text too short to be part of a title. */
export async function findOpenAgreements(
  register: Register,
  actor: Actor,
  text: string,
  now: Instant,
): Promise<readonly OpenAgreement[]> {
  const key = toNameKey(text.slice(0, 200));
  if (!beginsName(key)) return [];
  const { works } = await namesOf(register);
  const named = findNamed(works, key, mostNamed, ({ type }) => type === 'agreements').map(
    ({ workId, slug, title }) => ({ id: workId, slug, title }),
  );
  return openOf(register.read, actor, named, now);
}

async function openOf(
  connection: Connection,
  actor: Actor,
  named: readonly NamedAgreement[],
  now: Instant,
): Promise<readonly OpenAgreement[]> {
  const open: OpenAgreement[] = [];
  for (const { slug, title } of named) {
    const agreement = await readAgreement(connection, slug, dayInThailand(now));
    if (!agreement || agreement.manifest.provenance === 'model') continue;
    const { claims } = agreement.roster.tableOn(agreement.day);
    const promising = claims.filter(({ claim }) => claim.roles.some((role) => promisingRoles.includes(role)));
    open.push({
      ...{ slug, title, commitments: agreement.manifest.commitments },
      unnamed: Math.max(0, ...promising.map((one) => one.unnamed)),
      mayAssess: may(actor, 'publish', agreement.work),
    });
  }
  return open;
}
