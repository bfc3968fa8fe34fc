import type { Connection, Register } from '../../db/connection.ts';
import { listEditionsOf } from '../../db/editions.ts';
import { listPlacesIn } from '../../db/places.ts';
import { listFactStatesOf } from '../../db/published.ts';
import { type CoverageTally, type CoveredWork, tallyCoverage } from '../catalogue/coverage.ts';
import { provincesOf } from '../catalogue/facets.ts';
import type { Place } from '../domain/place.ts';
import type { KnownAsOf } from './steps/as-of-now.ts';
import { worksAsOf } from './steps/listed-works.ts';

/** Works read between two turns of the event loop: their manifests are looked into for the states of facts. */
const worksAtOnce = 100;

export type Coverage = CoverageTally & {
  /** All provinces, in Thai order. */
  readonly provinces: readonly Place[];
  readonly asOf: KnownAsOf;
};

type Kept = { readonly key: string; readonly tally: Promise<CoverageTally> };

/** The last one told: the page, its files and the API share it, and as of a moment it never changes. */
const kept = new WeakMap<Connection, Kept>();

/** What the register has and has not, as of a moment, told from its works as lists find them. */
export async function tellCoverage(register: Register, asOf: KnownAsOf): Promise<Coverage> {
  const { read } = register;
  const key = `${asOf.lastEdition}/${asOf.lastEvent}/${register.revision()}`;
  const last = kept.get(read);
  const known = last?.key === key ? last : { key, tally: readWorks(register, asOf).then(tallyCoverage) };
  kept.set(read, known);
  known.tally.catch(() => kept.delete(read));
  return { ...(await known.tally), provinces: await listPlacesIn(read, null), asOf };
}

async function readWorks(register: Register, asOf: KnownAsOf): Promise<readonly CoveredWork[]> {
  const { read } = register;
  const listed = await worksAsOf(register, undefined, asOf);
  const covered: CoveredWork[] = [];
  for (let offset = 0; ; offset += worksAtOnce) {
    const works = await listed.list({ on: asOf.day }, { limit: worksAtOnce, offset, order: 'title' });
    if (works.length === 0) return covered;
    const editions = await listEditionsOf(
      read,
      works.map(({ workId }) => workId),
      asOf.lastEdition,
    );
    const states = await listFactStatesOf(read, works);
    for (const { type, slug, workId, card } of works) {
      covered.push({
        type,
        slug,
        card,
        provinces: provincesOf(card),
        labels: (editions.get(workId) ?? []).map((edition) => edition.card.label),
        factStates: states.get(workId) ?? new Map(),
      });
    }
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}
