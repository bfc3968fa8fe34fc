import { beforeEach, describe, expect, test } from 'vitest';
import type { Register } from '../../db/connection.ts';
import { insertWork } from '../../db/works.ts';
import { draftOfNewWork } from '../../src/domain/draft.ts';
import type { Relation, Scope } from '../../src/domain/edition.ts';
import { openEdition } from '../../src/registry/open-edition.ts';
import { storeEdition } from '../../src/registry/steps/store-edition.ts';
import { emptyRegister } from '../support/empty-register.ts';

const now = '2026-12-01T02:00:00.000Z';
let register: Register;
beforeEach(async () => {
  register = await emptyRegister();
});

const into = (target: string, note: string | null = null): Relation => ({ kind: 'feeds_into', target, note });

async function publish(slug: string, scope: Scope, ...relations: readonly Relation[]): Promise<void> {
  const work = { type: 'plans', slug } as const;
  const blank = draftOfNewWork(work, `แผนทดสอบ ${slug}`, { subtype: 'resilience_plan', legalNature: 'plan' });
  await register.write(async (transaction) => {
    const workId = await insertWork(transaction, work, null, now);
    const manifest = { ...blank, scope, relations, body: '### ข้อ 1\n\nข้อความทดสอบ' };
    await storeEdition(transaction, { workId, manifest, publishedAt: now, organisationIds: new Map() });
  });
}

const chainOf = async (slug: string) => {
  const opened = await openEdition(register, { type: 'plans', slug }, 'current', now);
  if (!opened.ok || !opened.value.chain) throw new Error('a plan has a chain');
  return opened.value.chain;
};
const told = (links: readonly { readonly from: string; readonly to: string }[]) =>
  links.map(({ from, to }) => `${from.replace('plans/', '')} → ${to.replace('plans/', '')}`);

describe('the chain of plans', () => {
  test('shows from a plan in the middle what comes in and what goes out, over several steps', async () => {
    await publish('hamlet', 'community', into('plans/village'));
    await publish('village', 'village', into('plans/tambon#cl-1', 'เรื่องทดสอบ'));
    await publish('tambon', 'lao_area', into('plans/province'));
    await publish('province', 'province', into('plans/not-here'));
    const chain = await chainOf('tambon');
    expect(told(chain.incoming)).toEqual(['village → tambon', 'hamlet → village']);
    expect(chain.incoming[0]).toMatchObject({ eid: 'cl-1', note: 'เรื่องทดสอบ' });
    expect(told(chain.outgoing)).toEqual(['tambon → province', 'province → not-here']);
    expect([...chain.plans.keys()].toSorted()).toEqual(
      ['hamlet', 'province', 'tambon', 'village'].map((slug) => `plans/${slug}`),
    );
    expect(chain.plans.get('plans/village')).toMatchObject({ scope: 'village', currentNumber: 1 });
  });

  test('ends where plans feed into each other, or into themselves', async () => {
    await publish('one', 'village', into('plans/two'));
    await publish('two', 'tambon', into('plans/one'), into('plans/two'));
    const chain = await chainOf('one');
    expect(told(chain.outgoing)).toEqual(['one → two', 'two → one', 'two → two']);
    expect(told(chain.incoming)).toEqual(['two → one', 'one → two', 'two → two']);
  });

  test('of a plan that nobody names is that plan alone', async () => {
    await publish('alone', 'tambon');
    expect(await chainOf('alone')).toMatchObject({ incoming: [], outgoing: [] });
  });
});
