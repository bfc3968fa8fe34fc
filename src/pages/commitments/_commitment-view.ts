import type { Chart, ChartRow } from '../../components/commitment-chart.ts';
import type { ListView } from '../../components/list-view.ts';
import { addresses } from '../../domain/addresses.ts';
import {
  type CommitmentFacet,
  type CommitmentFilter,
  commitmentFacets,
  type ValueCount,
} from '../../domain/commitment-list.ts';
import { spanStates } from '../../domain/commitment-span.ts';
import { commitmentFacetLabels, commitmentValueLabel } from '../../i18n/commitment-list.ts';
import { spanStateLabels } from '../../i18n/labels.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import type { CommitmentList } from '../../registry/list-commitments.ts';

/** The place of the rows on the page, to which numbers lead. */
const atRows = 'results';
/** So many values of a facet have a bar; the others are named below. */
const mostBars = 10;

type Query = Readonly<Record<string, string>>;
type NamedValue = ValueCount & { readonly value: string; readonly label: string };

/** The filters, chips and addresses around the rows. */
export function commitmentListView(list: CommitmentList, filter: CommitmentFilter, query: Query): ListView {
  const facets = commitmentFacets.map((facet) => ({
    key: facet,
    label: commitmentFacetLabels[facet],
    chosen: filter[facet] ?? null,
    options: offered(list, facet, filter[facet]).map(({ value, label, total }) => ({
      value,
      label,
      total,
      href: addresses.commitmentList({ ...query, [facet]: value }, atRows),
    })),
  }));
  const chosen = facets.flatMap(({ key, label, chosen, options }) => {
    const option = options.find(({ value }) => value === chosen);
    if (option === undefined) return [];
    return [
      {
        label: `${label}: ${option.label}`,
        hrefWithout: addresses.commitmentList({ ...query, [key]: null }, atRows),
      },
    ];
  });
  const { q } = query;
  const withoutWords = addresses.commitmentList({ ...query, q: null }, atRows);
  return {
    action: addresses.commitmentList(),
    facets,
    chips: [...(q === undefined ? [] : [{ label: `“${q}”`, hrefWithout: withoutWords }]), ...chosen],
    sorts: [],
    kept: Object.entries(query).filter(([key]) => ['q', 'state', 'evidence', 'asOf'].includes(key)),
    addressOf: (page) => addresses.commitmentList({ ...query, page: page === 1 ? null : page }, atRows),
  };
}

const titles: Readonly<Record<CommitmentFacet, string>> = {
  state: 'ตามสถานะ',
  network: 'ตามเครือข่าย',
  domain: 'ตามด้าน',
  year: 'ตามปี พ.ศ. ที่ทำข้อตกลง',
  province: 'ตามจังหวัด',
  evidence: 'หลักฐานที่รับแล้ว ตามปี พ.ศ. ที่ทำ',
};

const notes: Readonly<Record<CommitmentFacet, string | null>> = {
  state: null,
  network: 'ข้อตกลงหนึ่งอาจเกิดจากหลายเครือข่าย จึงนับไว้ในทุกเครือข่ายนั้น',
  domain: null,
  year: null,
  province: 'ข้อตกลงหนึ่งอาจครอบคลุมหลายจังหวัด จึงนับไว้ในทุกจังหวัดนั้น',
  evidence: 'นับเป็นชิ้นของหลักฐาน และบอกว่าอยู่ในพันธสัญญากี่รายการ',
};

/** One chart for each facet that has something to show. */
export const commitmentCharts = (
  list: CommitmentList,
  filter: CommitmentFilter,
  query: Query,
): readonly Chart[] =>
  commitmentFacets.map((facet) => chartOf(list, facet, filter, query)).filter(({ rows }) => rows.length > 0);

function chartOf(
  list: CommitmentList,
  facet: CommitmentFacet,
  filter: CommitmentFilter,
  query: Query,
): Chart {
  const values = offered(list, facet, undefined);
  const isInTime = facet === 'year' || facet === 'evidence';
  const bySize = values.toSorted((a, b) => b.total - a.total);
  const kept = isInTime ? values.slice(0, mostBars) : bySize.slice(0, mostBars);
  const shown = isInTime || facet === 'state' ? values.filter((one) => kept.includes(one)) : kept;
  const row = (one: NamedValue): ChartRow => {
    const at = { ...query, [facet]: one.value };
    return {
      label: one.label,
      isChosen: filter[facet] === one.value,
      length: facet === 'evidence' ? one.pieces : one.total,
      text:
        facet === 'evidence'
          ? `${formatNumber(one.pieces)} ชิ้น ใน ${formatNumber(one.total)} พันธสัญญา`
          : formatNumber(one.total),
      href: addresses.commitmentList(at, atRows),
      parts: facet === 'evidence' ? [] : partsOf(one, at),
    };
  };
  return {
    id: `by-${facet}`,
    title: titles[facet],
    note: notes[facet],
    heads: [commitmentFacetLabels[facet], facet === 'evidence' ? 'หลักฐาน' : 'พันธสัญญา'],
    rows: shown.map(row),
    rest: values.filter((one) => !shown.includes(one)).map(row),
    tellsParts: facet !== 'state' && facet !== 'evidence',
  };
}

const partsOf = ({ byState }: ValueCount, at: Query): ChartRow['parts'] =>
  spanStates
    .filter((state) => byState[state] > 0)
    .map((state) => ({
      state,
      label: spanStateLabels[state],
      total: byState[state],
      href: addresses.commitmentList({ ...at, state }, atRows),
    }));

/** The values of a facet in the order in which they are offered, the chosen one among them also when it has nothing. */
function offered(
  { counts, names }: CommitmentList,
  facet: CommitmentFacet,
  chosen: string | undefined,
): readonly NamedValue[] {
  const own = counts[facet];
  const known = facet === 'network' || facet === 'province' ? names[facet] : null;
  const values = [...new Set([...own.keys(), ...(chosen === undefined ? [] : [chosen])])];
  const order = [...(known?.keys() ?? spanStates)];
  const placeOf = (value: string): number => (order.indexOf(value) + order.length + 1) % (order.length + 1);
  const compare: Readonly<Record<CommitmentFacet, (a: string, b: string) => number>> = {
    state: (a, b) => placeOf(a) - placeOf(b),
    network: (a, b) => placeOf(a) - placeOf(b),
    province: (a, b) => placeOf(a) - placeOf(b),
    domain: (a, b) => (own.get(b)?.total ?? 0) - (own.get(a)?.total ?? 0),
    year: (a, b) => (Number(b) || 0) - (Number(a) || 0),
    evidence: (a, b) => Number(b) - Number(a),
  };
  return values.toSorted(compare[facet]).map((value) => ({
    ...(own.get(value) ?? noCount),
    value,
    label: commitmentValueLabel(facet, value, known?.get(value)),
  }));
}

const noCount: ValueCount = {
  total: 0,
  byState: Object.fromEntries(spanStates.map((state) => [state, 0])) as ValueCount['byState'],
  pieces: 0,
};
