import { describe, expect, test } from 'vitest';
import { indicatorChart } from '../../src/components/indicator-chart.ts';
import { crisisPlanOf } from '../../src/domain/crisis-plan.ts';
import { given } from '../../src/domain/fact.ts';
import { indicatorsOf } from '../../src/domain/indicator.ts';
import { followLinks, levelOf, type PlanLink } from '../../src/domain/plan-chain.ts';
import { testPlanFacts } from '../../src/specimens/data/plan.ts';
import { writtenDay } from '../../src/thai/written-date.ts';

describe('what people need of a plan', () => {
  test('is read of tables', () => {
    const { hazards, actions, neighbours, office } = crisisPlanOf({ facts: testPlanFacts });
    expect(hazards[0]).toEqual({
      name: 'น้ำท่วมทดสอบ',
      signs: { watch: 'ฝนหนักทดสอบ', ready: null, act: 'น้ำถึงขีดแดงทดสอบ' },
    });
    expect(actions.map(({ phase }) => phase)).toEqual(['before', 'during', null]);
    expect(actions[1]).toMatchObject({ hazard: 'น้ำท่วมทดสอบ', office: 'ผู้ใหญ่บ้านทดสอบ' });
    expect([neighbours.length, office]).toEqual([1, 'งานป้องกันทดสอบ']);
  });

  test('is read of the lines that plans had before, and of what sources dispute', () => {
    const { hazards } = crisisPlanOf({ facts: { hazards: given(['น้ำท่วม', 'ไฟป่า']) } });
    expect(hazards.map(({ name }) => name)).toEqual(['น้ำท่วม', 'ไฟป่า']);
    const values = ['ก', 'ข'].map((value) => ({ value, note: null, sources: [] }));
    const disputed = { kind: 'disputed', note: null, values } as const;
    const facts = { hazards: given([{ name: given('น้ำท่วม'), act: disputed }]) };
    expect(crisisPlanOf({ facts }).hazards[0]?.signs.act).toBe('ก / ข');
  });
});

describe('an indicator', () => {
  const minutes = (amount: number) => given({ amount, unit: 'นาที', textAsWritten: null });
  const measured = (day: string, amount: number) => ({
    value: minutes(amount),
    date: given(writtenDay(day)),
  });
  const of = (aim: string, target: number, ...measurements: readonly ReturnType<typeof measured>[]) => {
    const row = { name: given('ทดสอบ'), aim: given({ code: aim }), target: minutes(target) };
    const [indicator] = indicatorsOf({
      facts: {
        indicators: given([
          { ...row, ...(measurements.length > 0 && { measurements: given(measurements) }) },
        ]),
      },
    });
    if (!indicator) throw new Error('there is one');
    return indicator;
  };

  test('is reached by its latest measurement, on the side that is better', () => {
    const both = [measured('2026-06-01', 28), measured('2025-06-01', 45)] as const;
    expect(of('at_most', 30, ...both).isReached).toBe(true);
    expect(of('at_least', 30, ...both).isReached).toBe(false);
    expect(of('at_most', 30).isReached).toBeNull();
  });

  test('has a picture only when there is a way to draw', () => {
    expect(indicatorChart(of('at_most', 30, measured('2025-06-01', 45)))).toBeNull();
    const chart = indicatorChart(of('at_most', 30, measured('2025-06-01', 45), measured('2026-06-01', 28)));
    expect(chart?.points.map(({ x, y }) => [x, y])).toEqual([
      [10, 10],
      [230, 80],
    ]);
    expect(chart?.target).toBeGreaterThan(10);
  });
});

describe('the chain of plans', () => {
  const link = (from: string, to: string): PlanLink => ({ from, to, eid: null, note: null });

  test('is followed over several steps, and ends where plans feed into each other', async () => {
    const links = [link('a', 'b'), link('b', 'c'), link('c', 'a'), link('x', 'c')];
    const asked: (readonly string[])[] = [];
    const found = await followLinks(
      'a',
      async (keys) => {
        asked.push(keys);
        return links.filter(({ from }) => keys.includes(from));
      },
      ({ to }) => to,
    );
    expect(found).toEqual(links.slice(0, 3));
    expect(asked).toEqual([['a'], ['b'], ['c']]);
  });

  test('has levels by the scope of its plans', () => {
    expect((['community', 'tambon', 'province', 'basin', null] as const).map(levelOf)).toEqual([
      ...['village', 'local', 'province'],
      ...[null, null],
    ]);
  });
});
