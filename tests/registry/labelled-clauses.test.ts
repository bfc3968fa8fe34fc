import { expect, test } from 'vitest';
import { openRegister } from '../../db/connection.ts';
import { labelledClauses } from '../domain/similar/labelled-clauses.ts';
import { findLabelled, storeLabelled } from '../domain/similar/labelled-register.ts';
import { keepsPromise, scoreLabelled } from '../domain/similar/score-labelled.ts';

const clauses = labelledClauses();
const count = (kind: string) => clauses.filter((one) => one.kind === kind).length;
const isHeldOut = ({ isHeldOut: is }: { readonly isHeldOut: boolean }): boolean => is;

test('the labelled set holds enough of each kind, and every clause was made from one that is there', () => {
  expect(count('copied')).toBeGreaterThanOrEqual(60);
  expect(count('adapted')).toBeGreaterThanOrEqual(60);
  expect(count('unrelated') + count('source')).toBeGreaterThanOrEqual(100);
  const sources = new Set(clauses.flatMap(({ kind, family }) => (kind === 'source' ? [family] : [])));
  expect(clauses.filter(({ beside }) => !sources.has(beside))).toEqual([]);
});

test('copied and adapted clauses are found across the register, and unrelated ones are not', async () => {
  const register = openRegister({ file: ':memory:' });
  try {
    await storeLabelled(register, clauses);
    const found = await findLabelled(register, clauses);
    const looked = scoreLabelled(clauses, (one) => !isHeldOut(one), found);
    const held = scoreLabelled(clauses, isHeldOut, found);
    expect(looked).toSatisfy(keepsPromise);
    expect(held).toSatisfy(keepsPromise);
  } finally {
    register.close();
  }
});

test('control: a finder that finds nothing, all, or only copies does not keep the promise', () => {
  const nothing = clauses.map(() => new Set<number>());
  const everything = clauses.map((_, at) => new Set([...clauses.keys()].filter((other) => other !== at)));
  const copies = clauses.map(({ family, kind }, at) => {
    const isCopy = (other: number) =>
      other !== at && clauses[other]?.family === family && clauses[other]?.kind !== 'adapted';
    return new Set(kind === 'adapted' ? [] : [...clauses.keys()].filter(isCopy));
  });
  for (const found of [nothing, everything, copies]) {
    expect(scoreLabelled(clauses, () => true, found)).not.toSatisfy(keepsPromise);
  }
});
