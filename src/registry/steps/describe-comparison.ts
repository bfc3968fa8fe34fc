import type { Connection } from '../../../db/connection.ts';
import { findOrganisations } from '../../../db/organisations.ts';
import { findPlaceChains } from '../../../db/places.ts';
import { findTopics, type Topic } from '../../../db/topics.ts';
import { createWordComparer } from '../../difference/compare-words.ts';
import { compareEditions, type EditionDifference } from '../../domain/difference/compare-editions.ts';
import { partsOf } from '../../domain/difference/compared-part.ts';
import type { Manifest } from '../../domain/edition.ts';
import { valuesOfKind } from '../../domain/fact-value.ts';
import type { Instant } from '../../domain/iso-date.ts';
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
};

/** Compares two texts of a work and looks up the names that the difference speaks of. */
export async function describeComparison(
  connection: Connection,
  work: WorkName,
  before: ComparedSide,
  after: ComparedSide,
): Promise<ComparisonPage> {
  const difference = compareEditions(comparedOf(before), comparedOf(after), createWordComparer());
  const { fields, parties } = difference.manifest;
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
  };
}

function comparedOf({ manifest }: ComparedSide) {
  const { provisions, preface } = renderBody(manifest.body);
  return { manifest, parts: partsOf(provisions, preface) };
}
