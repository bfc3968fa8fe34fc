import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Register } from '../../db/connection.ts';
import type { IsoDate } from '../../src/domain/iso-date.ts';
import type { WorkEvent } from '../../src/domain/timeline.ts';
import { importArchive } from '../../src/registry/import-archive.ts';
import { listWorks } from '../../src/registry/list-works.ts';
import { openEdition } from '../../src/registry/open-edition.ts';
import { openHistory } from '../../src/registry/open-history.ts';
import { asOfNow } from '../../src/registry/steps/as-of-now.ts';
import { writtenDay } from '../../src/thai/written-date.ts';
import { emptyRegister } from '../support/empty-register.ts';
import { archiveOf, editionText } from '../support/test-archive.ts';

const now = '2026-11-22T02:00:00.000Z';
const name = { type: 'plans', slug: 'test-yearly' } as const;
let register: Register;
beforeEach(async () => {
  register = await emptyRegister();
});
afterEach(() => register.close());

const plan = editionText(1, {
  title: 'แผนทดสอบที่ทบทวนทุกปี',
  subtype: 'resilience_plan',
  legalNature: 'plan',
  adopted: '{ start: 2024-03-01 }',
  facts: '{ reviewEvery: { value: { amount: 1, unit: ปี } } }',
});
const reviewed = (day: string): WorkEvent => ({
  kind: 'reviewed',
  date: writtenDay(day),
  note: null,
  source: null,
});

const store = (...events: readonly WorkEvent[]) =>
  importArchive(register, archiveOf([plan], { name, events }), now);
/** How many works a list holds that are due for review on a day. */
async function totalOn(day: string): Promise<number> {
  const asOf = { ...(await asOfNow(register, now)), day: day as IsoDate };
  const page = { page: 1, order: 'title', offers: [], asOf } as const;
  return (await listWorks(register, { standing: 'review_due' }, page, now)).total;
}

/** What its page, its history and the list of today say. */
async function told() {
  const page = await openEdition(register, name, 'current', now);
  const history = await openHistory(register, name, now);
  if (!page.ok || !history.ok) throw new Error('a plan that was stored can be read');
  const { standing, review } = page.value;
  const entry = history.value.timeline.find(({ kind }) => kind === 'review_due');
  return { standing, review, history: history.value.standing, entry, listed: await totalOn('2026-11-22') };
}

test('a plan that states only how often it is reviewed is overdue alike on its page, in its history and in lists', async () => {
  await store();
  const counted = { kind: 'due', from: 'counted', lastDay: '2025-03-01', isPast: true } as const;
  expect(await told()).toMatchObject({
    standing: 'review_due',
    review: counted,
    history: 'review_due',
    entry: { date: { start: '2025-03-01' }, review: counted },
    listed: 1,
  });
  expect([await totalOn('2025-03-01'), await totalOn('2025-03-02')]).toEqual([0, 1]);
});

test('a review that was held stops that everywhere until the next one', async () => {
  await store(reviewed('2026-02-01'));
  expect(await told()).toMatchObject({
    standing: 'adopted',
    history: 'adopted',
    entry: { date: { start: '2027-02-01' }, review: { isPast: false } },
    listed: 0,
  });
  expect([await totalOn('2026-01-31'), await totalOn('2027-02-02')]).toEqual([1, 1]);
});
