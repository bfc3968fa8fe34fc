import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEditionFile, writeEditionFile } from '../../src/archive/edition-file.ts';
import { checkManifest, sourceReferences } from '../../src/domain/check-manifest.ts';
import type { Manifest } from '../../src/domain/edition.ts';
import { type Fact, given } from '../../src/domain/fact.ts';
import { type FactValue, rowsOf } from '../../src/domain/fact-value.ts';
import { findPersonalDataIn } from '../../src/domain/publishing-checks.ts';
import { searchableWords } from '../../src/domain/searchable-words.ts';
import { applySection, formOf } from '../../src/facts/apply-section.ts';
import { details } from '../../src/facts/sections/details.ts';
import { settleForm } from '../../src/facts/settle-form.ts';
import type { Typed } from '../../src/facts/typed.ts';
import { writtenDay } from '../../src/thai/written-date.ts';

const work = { type: 'plans', slug: 'test-plan' } as const;

const fileOf = (facts: string): string => `---
title: แผนทดสอบ
edition: 1
label: null
legalNature: plan
places: []
adopted: null
facts:
${facts
  .split('\n')
  .map((one) => `  ${one}`)
  .join('\n')}
sources:
  - id: s1
    title: แหล่งทดสอบ
---

## ข้อความทดสอบ

### ข้อ 1 ทดสอบ

เนื้อความทดสอบ
`;

const read = (facts: string) => readEditionFile(fileOf(facts), 'plans/test-plan/1.md', work, 1);
const manifestOf = (facts: string): Manifest => {
  const parsed = read(facts);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value.manifest;
};
const problemsOf = (facts: string) => {
  const parsed = read(facts);
  return parsed.ok ? [] : parsed.problems.map(({ line, field, reason }) => [line, field, reason]);
};

const rich = `hazards:
  value:
    - name: น้ำท่วมทดสอบ
      watch:
        state: unknown
        note: อ่านไม่ออกทดสอบ
      act:
        value: น้ำถึงขีดแดงทดสอบ
        sources:
          - s1
      risk: high
    - name: ไฟป่าทดสอบ
  sources:
    - s1
firstActions:
  - action: พาคนออกทดสอบ
    phase: during
    provision: cl-1
helpingNeighbours:
  - name: ตำบลข้างเคียงทดสอบ
    organisation: sao-test
indicators:
  - name: เวลาเตือนทดสอบ
    target:
      amount: 30
      unit: นาที
    measurements:
      - value:
          amount: 45
          unit: นาที
        date:
          start: 2026-05-01`;

const lines = `hazards:
  - น้ำท่วมทดสอบ
  - ไฟป่าทดสอบ`;

describe('a table of facts in an archive file', () => {
  test('is read with the states, notes and sources of its cells, and written as it was', () => {
    const manifest = manifestOf(rich);
    const [flood, fire] = rowsOf(
      manifest.facts['hazards']?.kind === 'given' ? manifest.facts['hazards'].value : '',
      'name',
    );
    expect(flood?.['watch']).toEqual({ kind: 'unknown', note: 'อ่านไม่ออกทดสอบ' });
    expect(flood?.['risk']).toEqual(given({ code: 'high' }));
    expect(Object.keys(fire ?? {})).toEqual(['name']);
    const written = writeEditionFile({ manifest, publishedAt: null });
    const again = readEditionFile(written, 'plans/test-plan/1.md', work, 1);
    expect(again).toEqual({ ok: true, value: { manifest, publishedAt: null } });
    expect(written).toContain(
      rich
        .split('\n')
        .map((one) => `  ${one}`)
        .join('\n'),
    );
  });

  test('stays a list of lines while it says no more than lines say', () => {
    const manifest = manifestOf(lines);
    expect(manifest.facts['hazards']).toEqual(given(['น้ำท่วมทดสอบ', 'ไฟป่าทดสอบ']));
    expect(manifestOf('hazards:\n  - name: น้ำท่วมทดสอบ\n  - name: ไฟป่าทดสอบ')).toEqual(manifest);
  });

  test('says of a silent cell nothing at all', () => {
    const silent = manifestOf('hazards:\n  - name: น้ำท่วมทดสอบ\n    watch: null\n    act: คำทดสอบ');
    expect(silent.facts['hazards']).toEqual(given([{ name: given('น้ำท่วมทดสอบ'), act: given('คำทดสอบ') }]));
  });

  test.each([
    ['an entry without its name', 'hazards:\n  - act: คำทดสอบ', [[10, 'facts.hazards.0.name', 'required']]],
    [
      'a name that is said not to exist',
      'hazards:\n  - name: { state: none }',
      [[10, 'facts.hazards.0.name', 'required']],
    ],
    [
      'an unknown column',
      'hazards:\n  - name: ก\n    colour: ข',
      [[11, 'facts.hazards.0.colour', 'unknown_field']],
    ],
    [
      'an unknown code',
      'hazards:\n  - name: ก\n    risk: awful',
      [[11, 'facts.hazards.0.risk', 'not_in_list']],
    ],
    [
      'lines among entries',
      'hazards:\n  - name: ก\n    act: ข\n  - ค',
      [[12, 'facts.hazards.1', 'wrong_kind']],
    ],
    ['an empty table', 'drillsHeld: []', [[9, 'facts.drillsHeld', 'too_short']]],
    [
      'a measurement without a value',
      'indicators:\n  - name: ก\n    measurements:\n      - note: ข',
      [[12, 'facts.indicators.0.measurements.0.value', 'required']],
    ],
  ])('is refused with the line and path of %s', (_what, facts, problems) => {
    expect(problemsOf(facts)).toEqual(problems);
  });
});

describe('what cells point at', () => {
  const manifest = manifestOf(rich);
  const known = {
    hasPlace: () => true,
    hasOrganisation: (slug: string) => slug === 'sao-test',
    hasTopic: () => true,
    hasFile: () => true,
    provisions: new Set(['cl-1']),
  };

  test('must be there', () => {
    expect(checkManifest(manifest, known)).toEqual([]);
    expect(
      checkManifest(manifest, { ...known, hasOrganisation: () => false, provisions: new Set() }),
    ).toEqual([
      {
        field: 'facts.helpingNeighbours.value.0.organisation',
        reason: 'unknown_organisation',
        found: 'sao-test',
      },
      { field: 'facts.firstActions.value.0.provision', reason: 'unknown_provision', found: 'cl-1' },
    ]);
  });

  test('includes the sources of the edition', () => {
    const references = new Map(sourceReferences(manifest));
    expect(references.get('facts.hazards.value.0.act')).toEqual(['s1']);
  });
});

test('the words of cells are found, and codes are not', () => {
  const words = searchableWords(manifestOf(rich), { places: [], organisations: [], topics: [] }).split('\n');
  expect(words).toEqual(expect.arrayContaining(['น้ำถึงขีดแดงทดสอบ', 'อ่านไม่ออกทดสอบ', '45 นาที']));
  expect(words).not.toContain('high');
  expect(words).not.toContain('sao-test');
});

test('personal data in a cell stands in the way, whatever its column is called', () => {
  const found = findPersonalDataIn(
    manifestOf(
      'helpingNeighbours:\n  - name: ตำบลทดสอบ\n    organisation:\n      state: unknown\n      note: โทร 081-234-5678',
    ),
  );
  expect(found.map(({ field, kind }) => [field, kind])).toEqual([
    ['facts.helpingNeighbours.value.0.organisation.note', 'mobile_number'],
  ]);
});

describe('the form of a table', () => {
  const through = (manifest: Manifest, typed: Typed) =>
    applySection(details, manifest, settleForm(details.fields(manifest), typed));

  test.each([
    ['a table', rich],
    ['a list of lines', lines],
  ])('gives %s back as it was', (_what, facts) => {
    const manifest = manifestOf(facts);
    const applied = through(manifest, formOf(details, manifest));
    expect(applied).toEqual({ ok: true, value: manifest });
  });

  test('makes a table of lines when a line says more', () => {
    const manifest = manifestOf(lines);
    const typed = new Map([...formOf(details, manifest), ['facts.hazards.0.act', 'คำทดสอบ']]);
    const applied = through(manifest, typed);
    expect(applied.ok && applied.value.facts['hazards']).toEqual(
      given([{ name: given('น้ำท่วมทดสอบ'), act: given('คำทดสอบ') }, { name: given('ไฟป่าทดสอบ') }]),
    );
  });

  test('names the control at which an entry lacks its name', () => {
    const manifest = manifestOf(lines);
    const typed = new Map([
      ...formOf(details, manifest),
      ['facts.hazards.2~is', '1'],
      ['facts.hazards.2.act', 'คำทดสอบ'],
    ]);
    const applied = through(manifest, typed);
    expect(!applied.ok && applied.refusal).toMatchObject({
      problems: [{ field: 'facts.hazards.2.name', reason: 'required' }],
    });
  });

  test('drops the last entry with the table when every entry is taken out', () => {
    const manifest = manifestOf('drillsHeld:\n  - name: ซ้อมทดสอบ');
    const applied = through(
      manifest,
      new Map([...formOf(details, manifest), ['facts.drillsHeld.0~gone', '1']]),
    );
    expect(!applied.ok && applied.refusal).toMatchObject({
      problems: [{ field: 'facts.drillsHeld', reason: 'required' }],
    });
    const cleared = new Map([
      ...formOf(details, manifest),
      ['facts.drillsHeld.0~gone', '1'],
      ['facts.drillsHeld~state', ''],
    ]);
    const dropped = through(manifest, cleared);
    expect(dropped.ok && dropped.value.facts).toEqual({});
  });
});

/** A cell in any of the five states. */
const cellOf = (value: fc.Arbitrary<FactValue>): fc.Arbitrary<Fact<FactValue>> => {
  const note = fc.constantFrom(null, 'หมายเหตุทดสอบ');
  const sources = fc.constantFrom([], ['s1']);
  const withSource = fc.record({ value, note, sources });
  return fc.oneof(
    withSource.map((one): Fact<FactValue> => ({ kind: 'given', ...one })),
    fc.record({ kind: fc.constantFrom('unknown' as const, 'none' as const), note }),
    fc.constant({ kind: 'not_stated', note: 'ไม่ปรากฏทดสอบ' } as const),
    fc.record({
      kind: fc.constant('disputed' as const),
      note,
      values: fc.array(withSource, { minLength: 1, maxLength: 2 }),
    }),
  );
};
const words = fc.constantFrom('คำทดสอบ', '๑๒ บ้าน', 'ก · ข');
const quantity = fc.record({
  amount: fc.integer({ min: -5, max: 5_000_000 }),
  unit: words,
  textAsWritten: fc.constantFrom(null, 'ห้าพันทดสอบ'),
});
const day = fc.constantFrom(writtenDay('2026-05-01'), {
  ...writtenDay('2026-05'),
  precision: 'month' as const,
});
const measurements = fc.array(
  fc.record({ value: quantity.map((one) => given(one)), date: cellOf(day) }, { requiredKeys: ['value'] }),
  { minLength: 1, maxLength: 3 },
);
const rows = fc.array(
  fc.record(
    {
      name: words.map((one) => given(one)),
      definition: cellOf(words),
      target: cellOf(quantity),
      aim: cellOf(fc.constantFrom({ code: 'at_least' }, { code: 'at_most' })),
      measurements: cellOf(measurements),
    },
    { requiredKeys: ['name', 'definition'] },
  ),
  { minLength: 1, maxLength: 4 },
);

test('any table goes through its file and its form and comes out the same', () => {
  const base = manifestOf('term: ทดสอบ');
  fc.assert(
    fc.property(cellOf(rows), (fact) => {
      const manifest = { ...base, facts: { indicators: fact } };
      const written = writeEditionFile({ manifest, publishedAt: null });
      expect(readEditionFile(written, 'plans/test-plan/1.md', work, 1)).toMatchObject({
        ok: true,
        value: { manifest },
      });
      const applied = applySection(
        details,
        manifest,
        settleForm(details.fields(manifest), formOf(details, manifest)),
      );
      expect(applied).toEqual({ ok: true, value: manifest });
    }),
    { numRuns: 150 },
  );
});
