import { sumOf, type TypeCounts } from '../../catalogue/coverage.ts';
import { addresses } from '../../domain/addresses.ts';
import { valueStates } from '../../domain/fact.ts';
import { workTypes } from '../../domain/work.ts';
import { coverageRows, provinceRows } from '../../exports/coverage-export.ts';
import { evidenceLevelLabels, provenanceLabels, scopeLabels, valueStateLabels } from '../../i18n/labels.ts';
import { workTypeLabels } from '../../i18n/work-types.ts';
import type { Coverage } from '../../registry/tell-coverage.ts';

type Filter = Parameters<typeof coverageRows>[1];

const types = workTypes.map((type) => workTypeLabels[type]);
export const typeColumns = (first: string): readonly [string, ...string[]] => [first, ...types];

/** The tables of the page about coverage. */
export function coverageTables(coverage: Coverage) {
  const asOf = coverage.asOf.text;
  const counted = (counts: TypeCounts, filter: Filter | null) =>
    workTypes.map((type) => ({
      count: counts[type],
      ...(filter !== null && { href: coverageRows(type, filter, asOf) }),
    }));
  return {
    withWorks: coverage.byProvince.size,
    total: sumOf(coverage.totals),
    mapped: provinceRows(coverage).map(({ place, total }) => ({ ...place, works: total })),
    provinces: provinceRows(coverage).map(({ place, counts }) => ({
      label: place.name,
      href: addresses.place(place.code),
      counts: counted(counts, { province: place.code }),
    })),
    totals: [{ label: 'ทั้งทะเบียน', counts: counted(coverage.totals, {}) }],
    unplaced: coverage.unplaced.map(({ scope, counts }) => ({
      label: scope === null ? 'ไม่ได้ระบุขอบเขต' : scopeLabels[scope],
      counts: counted(counts, null),
    })),
    evidence: coverage.evidence.map(({ level, counts }) => ({
      label: level === null ? 'ไม่ได้ระบุ' : evidenceLevelLabels[level],
      counts: counted(counts, level === null ? null : { evidence: level }),
    })),
    others: coverage.others.map(({ provenance, counts }) => ({
      label: provenanceLabels[provenance],
      counts: counted(counts, { provenance }),
    })),
    facts: coverage.facts.map(({ type, works, fields }) => ({
      type,
      title: `${workTypeLabels[type]} ${works} เรื่อง`,
      rows: fields.map(({ label, states }) => ({
        label,
        counts: valueStates.map((state) => ({ count: states[state] })),
      })),
    })),
    factColumns: ['ข้อเท็จจริง', ...valueStates.map((state) => valueStateLabels[state])] as [
      string,
      ...string[],
    ],
  };
}

/** 1–3, 5: runs of numbers told by their ends. */
export function numberRuns(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
