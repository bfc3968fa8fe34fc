import type { Connection } from '../../../db/connection.ts';
import { findOrganisations } from '../../../db/organisations.ts';
import { findPlaceChains } from '../../../db/places.ts';
import { nameProvisions } from '../../../db/provisions.ts';
import { findTitles } from '../../../db/relations.ts';
import { findTopics, type Topic } from '../../../db/topics.ts';
import { createWordComparer } from '../../difference/compare-words.ts';
import { compareEditions, type EditionDifference } from '../../domain/difference/compare-editions.ts';
import { partsOf } from '../../domain/difference/compared-part.ts';
import type { Manifest, Relation } from '../../domain/edition.ts';
import { valuesOfKind } from '../../domain/fact-value.ts';
import type { Instant } from '../../domain/iso-date.ts';
import { lineageOf } from '../../domain/lineage.ts';
import type { Organisation } from '../../domain/organisation.ts';
import type { PlaceChain } from '../../domain/place.ts';
import type { WorkName } from '../../domain/work.ts';
import { renderBody } from '../../render/render-markdown.ts';

/** One of the two texts of a comparison. */
export type ComparedSide = {
  readonly manifest: Manifest;
  /** Null for a draft, which is not published and changes. */
  readonly published: { readonly sha256: string; readonly at: Instant } | null;
};

/** All that a page about two editions shows. */
export type ComparisonPage = {
  readonly work: WorkName;
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  readonly difference: EditionDifference;
  /** What the codes in changed fields and lists are called. */
  readonly places: ReadonlyMap<string, PlaceChain>;
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly topics: readonly Topic[];
  /** What targets of changed relations are called, by `type/slug#eid` as they are written; others are not known. */
  readonly targets: ReadonlyMap<string, string>;
};

/** Compares two texts of a work and looks up the names that the difference speaks of. */
export async function describeComparison(
  connection: Connection,
  work: WorkName,
  before: ComparedSide,
  after: ComparedSide,
): Promise<ComparisonPage> {
  const difference = compareEditions(comparedOf(before), comparedOf(after), createWordComparer());
  const { fields, parties, relations } = difference.manifest;
  const namesIn = (...wanted: readonly string[]) =>
    fields.flatMap((one) =>
      one.kind === 'names' && wanted.includes(one.field) ? [...one.added, ...one.removed] : [],
    );
  const named = [...parties.added, ...parties.removed, ...parties.changed.map((one) => one.after)];
  const inFacts = fields.flatMap((one) =>
    one.kind === 'fact'
      ? [one.before, one.after].flatMap((fact) => (fact ? valuesOfKind({ fact }, 'organisation') : []))
      : [],
  );
  return {
    work,
    before,
    after,
    difference,
    places: await findPlaceChains(connection, namesIn('places', 'possiblePlaces')),
    organisations: await findOrganisations(
      connection,
      [...named, ...inFacts].map(({ organisation }) => organisation),
    ),
    topics: await findTopics(connection, namesIn('topics')),
    targets: await nameTargets(connection, [
      ...[...relations.added, ...relations.removed],
      ...relations.changed.map((one) => one.after),
    ]),
  };
}

/** The title of each work that relations point at, with the label of the provision. */
async function nameTargets(
  connection: Connection,
  relations: readonly Relation[],
): Promise<ReadonlyMap<string, string>> {
  const pointed = relations.flatMap((relation) => {
    const { work, from, edition } = lineageOf(relation);
    return work === null ? [] : [{ target: relation.target, work, eid: from, edition }];
  });
  const titles = await findTitles(
    connection,
    pointed.map(({ work }) => work),
  );
  const provisions = await nameProvisions(
    connection,
    pointed.map(({ work, eid, edition }) => ({ ...work, eid, edition })),
  );
  return new Map(
    pointed.flatMap(({ target, work, eid }, index) => {
      const title = titles.get(`${work.type}/${work.slug}`)?.title;
      if (title === undefined) return [];
      const part = provisions[index]?.label ?? eid;
      return [[target, part === null ? title : `${title} ${part}`] as const];
    }),
  );
}

function comparedOf({ manifest }: ComparedSide) {
  const { provisions, preface } = renderBody(manifest.body);
  return { manifest, parts: partsOf(provisions, preface) };
}
