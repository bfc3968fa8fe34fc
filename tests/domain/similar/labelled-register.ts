import type { Register } from '../../../db/connection.ts';
import { insertWork } from '../../../db/works.ts';
import { draftOfNewWork } from '../../../src/domain/draft.ts';
import type { WorkName } from '../../../src/domain/work.ts';
import { storeEdition } from '../../../src/registry/steps/store-edition.ts';
import { similarTo } from '../../support/similar-to.ts';
import type { LabelledClause } from './labelled-clauses.ts';

const now = '2026-11-22T03:00:00.000Z';
const workOf = (place: number): WorkName => ({ type: 'charters', slug: `labelled-${place}` });

/** Publishes each clause as a work of its own. */
export async function storeLabelled(register: Register, clauses: readonly LabelledClause[]): Promise<void> {
  await register.write(async (transaction) => {
    for (const [place, { text }] of clauses.entries()) {
      const name = workOf(place);
      const workId = await insertWork(transaction, name, null, now);
      const names = { subtype: 'tambon_charter', legalNature: 'social_agreement' as const };
      const manifest = {
        ...draftOfNewWork(name, `ข้อมูลทดสอบ ${place}`, names),
        provenance: 'test' as const,
        body: `### ข้อ 1\n\n${text.replaceAll('\n', '\n\n')}`,
      };
      await storeEdition(transaction, { workId, manifest, publishedAt: now, organisationIds: new Map() });
    }
  });
}

/** For each clause the places of those that are found from it. */
export async function findLabelled(
  register: Register,
  clauses: readonly LabelledClause[],
): Promise<readonly ReadonlySet<number>[]> {
  const found: ReadonlySet<number>[] = [];
  for (const place of clauses.keys()) {
    const { similar } = await similarTo(register, workOf(place), 1, 'cl-1', now);
    const places = similar.map(({ slug }) => Number(slug.slice('labelled-'.length)));
    found.push(new Set(places.filter((other) => !Number.isNaN(other))));
  }
  return found;
}
