import { type EvidenceLevel, evidenceLevels, type Scope, scopes } from '../domain/edition.ts';
import type { EditionCard } from '../domain/edition-card.ts';
import { type Fact, type ValueState, valueStates } from '../domain/fact.ts';
import { missingNumbers } from '../domain/printed-number.ts';
import { type WorkName, type WorkType, workTypes } from '../domain/work.ts';
import { documentTypes } from './index.ts';

/** How many works there are of each type. */
export type TypeCounts = Readonly<Record<WorkType, number>>;

/** What coverage is told from: the current edition of a work, and the labels of all its editions. */
export type CoveredWork = WorkName & {
  readonly card: EditionCard;
  /** Codes of the provinces in which lists find it. */
  readonly provinces: readonly string[];
  readonly labels: readonly Fact<string>[];
  /** The states of the facts that its edition holds, by their keys. */
  readonly factStates: ReadonlyMap<string, ValueState>;
};

export type FactCoverage = {
  readonly key: string;
  readonly label: string;
  readonly states: Readonly<Record<ValueState, number>>;
};

/** What the register has and has not of documented texts; model texts and test data are counted apart. */
export type CoverageTally = {
  readonly totals: TypeCounts;
  /** By code; a work in several provinces counts in each. Provinces without works are left out. */
  readonly byProvince: ReadonlyMap<string, TypeCounts>;
  /** Works that no source puts into one province, by how far they reach; null where that is not stated. */
  readonly unplaced: readonly { readonly scope: Scope | null; readonly counts: TypeCounts }[];
  readonly evidence: readonly { readonly level: EvidenceLevel | null; readonly counts: TypeCounts }[];
  readonly others: readonly { readonly provenance: 'model' | 'test'; readonly counts: TypeCounts }[];
  /** Editions that must have been, by the numbers printed on later ones, and that the register does not have. */
  readonly missing: readonly (WorkName & { readonly title: string; readonly numbers: readonly number[] })[];
  readonly facts: readonly {
    readonly type: WorkType;
    readonly works: number;
    readonly fields: readonly FactCoverage[];
  }[];
};

/** The dates and the label that every type has, beside the facts of its catalogue. */
const cardFacts = (type: WorkType) => {
  const { adoptedLabel = '' } = documentTypes.find((one) => one.type === type) ?? {};
  return [
    { key: 'label', label: 'ฉบับที่พิมพ์' },
    { key: 'adopted', label: `วันที่${adoptedLabel}` },
    { key: 'effective', label: 'วันที่มีผล' },
    { key: 'reviewDue', label: 'กำหนดทบทวน' },
  ] as const;
};

/** Counts works once for everything that the page about coverage says. */
export function tallyCoverage(works: readonly CoveredWork[]): CoverageTally {
  const documented = works.filter(({ card }) => card.provenance === 'documented');
  const byProvince = Map.groupBy(
    documented.flatMap((work) => work.provinces.map((code) => ({ code, work }))),
    ({ code }) => code,
  );
  const unplaced = documented.filter(({ provinces }) => provinces.length === 0);
  return {
    totals: countTypes(documented),
    byProvince: new Map(
      [...byProvince].map(([code, found]) => [code, countTypes(found.map(({ work }) => work))]),
    ),
    unplaced: [...scopes, null].flatMap((scope) => {
      const found = unplaced.filter(({ card }) => card.scope === scope);
      return found.length === 0 ? [] : [{ scope, counts: countTypes(found) }];
    }),
    evidence: [...evidenceLevels, null].flatMap((level) => {
      const found = documented.filter(({ card }) => card.evidenceLevel === level);
      return level === null && found.length === 0 ? [] : [{ level, counts: countTypes(found) }];
    }),
    others: (['model', 'test'] as const).map((provenance) => ({
      provenance,
      counts: countTypes(works.filter(({ card }) => card.provenance === provenance)),
    })),
    missing: documented.flatMap(({ type, slug, card, labels }) => {
      const numbers = missingNumbers(labels);
      return numbers.length === 0 ? [] : [{ type, slug, title: card.title, numbers }];
    }),
    facts: documentTypes.map(({ type, fields }) => factsOf(type, fields, documented)),
  };
}

function factsOf(
  type: WorkType,
  fields: readonly { readonly key: string; readonly label: string }[],
  documented: readonly CoveredWork[],
): CoverageTally['facts'][number] {
  const own = documented.filter((work) => work.type === type);
  const counted = (
    { key, label }: { readonly key: string; readonly label: string },
    stateOf: (work: CoveredWork) => ValueState,
  ): FactCoverage => ({ key, label, states: countEach(valueStates, own.map(stateOf)) });
  return {
    type,
    works: own.length,
    fields: [
      ...cardFacts(type).map((field) => counted(field, ({ card }) => card[field.key].kind)),
      ...fields.map((field) => counted(field, ({ factStates }) => factStates.get(field.key) ?? 'not_stated')),
    ],
  };
}

/** How often each key was found, zeros included. */
function countEach<K extends string>(keys: readonly K[], found: readonly K[]): Readonly<Record<K, number>> {
  const groups = Map.groupBy(found, (key) => key);
  return Object.fromEntries(keys.map((key) => [key, groups.get(key)?.length ?? 0])) as Record<K, number>;
}

const countTypes = (works: readonly WorkName[]): TypeCounts =>
  countEach(
    workTypes,
    works.map(({ type }) => type),
  );

export const sumOf = (counts: TypeCounts): number => workTypes.reduce((sum, type) => sum + counts[type], 0);
