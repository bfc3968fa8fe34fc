import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftOfNewWork } from '../../src/domain/draft.ts';
import { capacities, type Manifest, partyActions, partyRoles } from '../../src/domain/edition.ts';
import type { Fact } from '../../src/domain/fact.ts';
import { applySection, formOf, keysOf } from '../../src/facts/apply-section.ts';
import type { FormChoices } from '../../src/facts/form-choices.ts';
import { sections } from '../../src/facts/sections/index.ts';
import { settleForm } from '../../src/facts/settle-form.ts';
import { tellForm } from '../../src/facts/tell-form.ts';
import { withEntry, withGone, withMoved } from '../../src/facts/typed.ts';
import type { WrittenDate } from '../../src/thai/written-date.ts';

const empty = draftOfNewWork({ type: 'agreements', slug: 'test-forms' }, 'ข้อตกลงทดสอบ', {
  subtype: 'network_mou',
  legalNature: 'mou',
});
const choices: FormChoices = {
  nameOf: (_kind, code) => code,
  sources: [],
  topics: [],
  provisions: [],
  provisionTexts: new Map(),
  provisionsOf: new Map(),
  found: new Map(),
  uses: new Map(),
};

const words = fc.oneof(
  fc.constantFrom('', ' ', '๕๔', '1e400', '-', '๑๕ พ.ค. ๖๐', '<script>', '\n\n  ', 'on', '__proto__', '๒๕๖๐'),
  fc.string({ maxLength: 12 }),
);
const paths = sections.flatMap((section) => [...formOf(section, filled()).keys(), ...keysOf(section, empty)]);
const name = fc
  .tuple(
    fc.constantFrom(...new Set(paths)),
    fc.constantFrom(
      '',
      '~is',
      '~gone',
      '~state',
      '~note',
      '~find',
      '~eid',
      '~understood',
      '~inferred',
      '~order',
    ),
    fc.constantFrom('', '~in.s1', '~in.', '.0', '.1', '.999999', '~values.0', '~values.0~is', '.__proto__'),
  )
  .map((parts) => parts.join(''));

/** A manifest with something of everything. */
function filled(): Manifest {
  const date: Fact<WrittenDate> = { kind: 'unknown', note: null };
  const party = {
    organisation: 'test',
    role: 'member',
    note: 'n',
    actions: [{ kind: 'sign', date }],
    sources: ['s1'],
  };
  return { ...empty, parties: [party, party] as Manifest['parties'], aliases: ['ก'], places: ['99', '9901'] };
}

describe('whatever is sent as a form of facts', () => {
  test.each(sections.map((section) => [section.key, section] as const))(
    '%s answers, and never throws',
    (_key, section) => {
      fc.assert(
        fc.property(fc.array(fc.tuple(name, words), { maxLength: 40 }), (entries) => {
          const typed = new Map([...formOf(section, filled()), ...entries]);
          const settled = settleForm(section.fields(empty), typed);
          tellForm(section.fields(empty), settled, choices);
          const applied = applySection(section, empty, settled);
          if (!applied.ok) expect(applied.refusal.code).toBe('content_invalid');
          else expect(Object.keys(applied.value).toSorted()).toEqual(Object.keys(empty).toSorted());
        }),
        { numRuns: 100 },
      );
    },
  );

  test('a button for an entry that is not there changes nothing that counts', () => {
    const typed = formOf(sections[4] ?? sections[0] ?? { key: '', fields: () => [] }, filled());
    for (const at of ['', '.', 'parties', 'parties.', 'parties.x', 'parties.99', '__proto__.0', 'a.b.c.-1']) {
      expect([...withMoved(typed, at, 1).values()].length).toBe(typed.size);
      expect(withGone(withGone(typed, at, true), at, false)).toEqual(typed);
      expect(withEntry(typed, at).size).toBe(typed.size + 1);
    }
  });
});

const line = fc
  .string({ minLength: 1, maxLength: 20 })
  .map((text) => text.trim().normalize('NFC'))
  .filter((text) => text !== '');
const orNull = fc.option(line, { nil: null });
const ids = fc.uniqueArray(fc.constantFrom('s1', 's2', 'a b', 'ก/ข'), { maxLength: 3 });
const written: fc.Arbitrary<WrittenDate> = fc
  .record({
    at: fc.integer({ min: 1900, max: 2100 }),
    length: fc.constantFrom(4, 7, 10),
    textAsWritten: orNull,
    isInferred: fc.boolean(),
  })
  .map(({ at, length, textAsWritten, isInferred }) => ({
    start: `${at}-07-28`.slice(0, length),
    end: null,
    precision: ({ 4: 'year', 7: 'month', 10: 'day' } as const)[length as 4 | 7 | 10],
    textAsWritten,
    isInferred,
  }));
const factOf = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Fact<T>> => {
  const one = fc.record({ value, note: orNull, sources: ids });
  return fc.oneof(
    one.map((rest) => ({ kind: 'given' as const, ...rest })),
    fc.record({
      kind: fc.constantFrom('not_stated' as const, 'unknown' as const, 'none' as const),
      note: orNull,
    }),
    fc.record({
      kind: fc.constant('disputed' as const),
      note: orNull,
      values: fc.array(one, { minLength: 1, maxLength: 3 }),
    }),
  );
};

/** JSON knows no negative zero. */
const amount = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);

const manifests: fc.Arbitrary<Manifest> = fc
  .record({
    aliases: fc.array(line, { maxLength: 3 }),
    label: factOf(line),
    adopted: factOf(written),
    effective: factOf(written),
    reviewDue: factOf(written),
    facts: fc.record(
      {
        programme: factOf(line),
        purposes: factOf(fc.array(line, { minLength: 1, maxLength: 3 })),
        attendance: factOf(
          fc.record({
            amount: amount,
            unit: line,
            textAsWritten: orNull,
          }),
        ),
      },
      { requiredKeys: [] },
    ),
    parties: fc.array(
      fc.record({
        organisation: line,
        role: fc.constantFrom(...partyRoles),
        note: orNull,
        actions: fc.array(fc.record({ kind: fc.constantFrom(...partyActions), date: factOf(written) }), {
          maxLength: 2,
        }),
        sources: ids,
      }),
      { maxLength: 4 },
    ),
    people: fc.array(
      fc.record({
        name: orNull,
        office: line,
        organisation: orNull,
        capacity: fc.constantFrom(...capacities),
        sources: ids,
      }),
      { maxLength: 3 },
    ),
  })
  .map((some) => ({ ...empty, ...some }) as Manifest);

test('any facts go through their forms and come out the same', () => {
  fc.assert(
    fc.property(manifests, (manifest) => {
      for (const section of sections) {
        const typed = settleForm(section.fields(manifest), formOf(section, manifest));
        const applied = applySection(section, manifest, typed);
        if (!applied.ok) throw new Error(JSON.stringify(applied.refusal));
        expect(applied.value).toEqual(manifest);
      }
    }),
    { numRuns: 100 },
  );
});
