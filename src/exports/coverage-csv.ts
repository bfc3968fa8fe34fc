import { workTypes } from '../domain/work.ts';
import { evidenceLevelLabels, provenanceLabels, scopeLabels } from '../i18n/labels.ts';
import { type CoverageExport, coverageRows, provinceRows } from './coverage-export.ts';
import { writeCsv } from './write-csv.ts';

/** Names of the columns, in their order. */
export const coverageColumns = ['row', 'code', 'name', 'type', 'works', 'address', 'as_of'] as const;

export const coverageFactColumns = [
  'type',
  'fact',
  'label',
  'works',
  'given',
  'none',
  'disputed',
  'unknown',
  'not_stated',
  'as_of',
] as const;

type Cells = Readonly<Partial<Record<(typeof coverageColumns)[number], string | number>>>;

/**
 * Coverage as CSV, a count a row: `province` for each province and type, `unplaced` by scope for works that no source
 * puts into one province, `evidence` by level, and `provenance` for model texts and test data, which no other row counts.
 */
export function writeCoverageCsv(coverage: CoverageExport): string {
  const { origin, asOf, unplaced, evidence, others } = coverage;
  const as_of = asOf.text;
  const at = (path: string): string => new URL(path, origin).href;
  const rows: readonly Cells[] = workTypes.flatMap((type) => [
    ...provinceRows(coverage).map(({ place, name, counts }) => ({
      row: 'province',
      code: place.code,
      name,
      type,
      works: counts[type],
      address: at(coverageRows(type, { province: place.code }, as_of)),
    })),
    ...unplaced.map(({ scope, counts }) => ({
      row: 'unplaced',
      code: scope ?? 'not_stated',
      name: scope === null ? '' : scopeLabels[scope],
      type,
      works: counts[type],
    })),
    ...evidence.map(({ level, counts }) => ({
      row: 'evidence',
      code: level ?? 'not_stated',
      name: level === null ? '' : evidenceLevelLabels[level],
      type,
      works: counts[type],
      ...(level !== null && { address: at(coverageRows(type, { evidence: level }, as_of)) }),
    })),
    ...others.map(({ provenance, counts }) => ({
      row: 'provenance',
      code: provenance,
      name: provenanceLabels[provenance],
      type,
      works: counts[type],
      address: at(coverageRows(type, { provenance }, as_of)),
    })),
  ]);
  return writeCsv(
    coverageColumns,
    rows.map((row) => ({ ...row, as_of })),
  );
}

/** How often each fact is stated, a fact of a type a row. */
export const writeCoverageFactsCsv = ({ facts, asOf }: CoverageExport): string =>
  writeCsv(
    coverageFactColumns,
    facts.flatMap(({ type, works, fields }) =>
      fields.map(({ key, label, states }) => ({
        type,
        fact: key,
        label,
        works,
        ...states,
        as_of: asOf.text,
      })),
    ),
  );
