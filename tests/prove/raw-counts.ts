import { sql } from 'drizzle-orm';
import type { AccessionFiling } from '../../src/domain/accession.ts';
import type { Evidence, EvidenceFiling } from '../../src/domain/evidence.ts';
import { type AgreementStory, agreementManifest, promised } from '../support/agreement-story.ts';
import { hubOrganisation, northOrganisation, southOrganisation } from '../support/made-up-country.ts';
import type { Recounted } from '../support/plain-recount.ts';

const hub = hubOrganisation.slug;
const north = northOrganisation.slug;
const south = southOrganisation.slug;
/** What the northern local government becomes. */
export const town = 'town-test-north';
const publishedOn = '2026-11-22';

type RawAct = {
  readonly id: number;
  readonly number: number;
  readonly kind: string;
  readonly commitment: string | null;
  readonly organisation: string;
  readonly act: Evidence['acts'][number]['kind'];
  readonly facts: string | null;
  readonly at: string;
};

export const rawActs = ({ register }: AgreementStory): readonly RawAct[] =>
  register.read.all<RawAct>(
    sql`SELECT s.id, s.number, s.kind, s.commitment, o.slug AS organisation, a.kind AS act, a.facts, a.at
        FROM submission_acts AS a JOIN submissions AS s ON s.id = a.submission_id
        JOIN organisations AS o ON o.id = s.organisation_id ORDER BY a.id`,
  );

/** What every commitment and the table of parties should come to, from the raw acts alone. */
export function countedBy(story: AgreementStory, day: string, commitment: string): Recounted {
  const acts = rawActs(story);
  const isOf = (id: number) => acts.filter((one) => one.id === id);
  const ids = [...new Set(acts.map(({ id }) => id))];
  const onDay = (at: string) => new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 10);
  const evidence = ids.flatMap((id): readonly Evidence[] => {
    const own = isOf(id);
    const [first] = own;
    if (first === undefined || first.commitment === null) return [];
    return [
      {
        id: String(first.number),
        commitment: first.commitment,
        organisation: first.organisation,
        acts: own.map(({ act, facts, at }) => {
          const filing = facts === null ? null : (JSON.parse(facts) as EvidenceFiling);
          const on = onDay(at);
          if (filing === null) return { kind: act, on } as Evidence['acts'][number];
          const doneOn = filing.date.end ?? filing.date.start;
          const { place, amount } = filing;
          return { kind: act, on, facts: { doneOn, place, amount } } as Evidence['acts'][number];
        }),
      },
    ];
  });
  const joined = ids.flatMap((id) => {
    const own = isOf(id);
    const last = own.at(-1);
    const facts = own.findLast((one) => one.facts !== null)?.facts;
    if (last?.kind !== 'accession' || last.act !== 'accepted' || !facts) return [];
    const { role, deed, date } = JSON.parse(facts) as AccessionFiling;
    const actions = [{ kind: deed, date }];
    return [
      { organisation: last.organisation, role, note: null, sources: [], actions, knownOn: onDay(last.at) },
    ];
  });
  const successions = story.register.read.all<{ predecessor: string; successor: string; date: string }>(
    sql`SELECT p.slug AS predecessor, s.slug AS successor, x.from_day AS date FROM organisation_successions AS x
        JOIN organisations AS p ON p.id = x.predecessor_id JOIN organisations AS s ON s.id = x.successor_id`,
  );
  const target = promised.find(({ id }) => id === commitment);
  if (!target) throw new Error(`no commitment ${commitment}`);
  const { comparator, value, per, due } = target;
  return {
    ...{ comparator, value, per, due, commitment, evidence, successions, day, publishedOn },
    parties: [...agreementManifest.parties, ...joined],
    adopted: agreementManifest.adopted,
  };
}

export const placesOf = (organisation: string): readonly string[] =>
  ({ [north]: ['990101'], [town]: ['990101'], [south]: ['990102'], [hub]: ['9901'] })[organisation] ?? [];
