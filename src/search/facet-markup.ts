import { thaiSortKey } from '../thai/collation.ts';
import type { FacetCount } from './facet-counts.ts';
import { element, link, type Markup, type MarkupElement } from './markup.ts';
import type { FacetName } from './search-record.ts';
import { facetNames } from './search-record.ts';
import {
  addressOf,
  choosing,
  choosingNothing,
  codeOf,
  filterKeyOf,
  labelOf,
  type SearchRequest,
  type TypeNames,
} from './search-request.ts';

type FacetValue = FacetCount['values'][number];

/** Values shown before "ทั้งหมด" is opened. */
const shownAtOnce = 6;

/** What is chosen, as links that take it back. Empty when nothing is chosen. */
export function chipMarkup(request: SearchRequest, types: TypeNames): readonly Markup[] {
  const chips = facetNames.flatMap((name) => {
    const key = filterKeyOf[name];
    const value = request.chosen[key];
    return value === '' ? [] : [chip(`${name}: ${labelOf(key, value, types)}`, choosing(request, key, ''))];
  });
  if (request.showsOlder) {
    chips.push(chip('รวมฉบับก่อนหน้า', { ...request, showsOlder: false, page: 1 }));
  }
  if (chips.length === 0) return [];
  const clear = addressOf({ ...choosingNothing(request), showsOlder: false });
  const all = element('li', '', [link('tap', clear, ['ล้างทั้งหมด'])]);
  const items = chips.length > 1 ? [...chips, all] : chips;
  return [element('ul', 'chips', items, { role: 'list', 'aria-label': 'ตัวกรองที่เลือก' })];
}

function chip(label: string, without: SearchRequest): MarkupElement {
  const cross = element('span', '', [' ×'], { 'aria-hidden': 'true' });
  const words = element('span', 'visually-hidden', [' (เอาออก)']);
  return element('li', '', [link('chip', addressOf(without), [label, cross, words])]);
}

/** The facets with something to choose, each value a link with the number of works it opens. */
export function facetMarkup(
  facets: readonly FacetCount[],
  request: SearchRequest,
  types: TypeNames,
): readonly Markup[] {
  const groups = facets.flatMap((facet) => facetGroup(facet, request, types));
  if (groups.length === 0) return [];
  const heading = element('h2', 'search-facets__heading', ['กรองผล']);
  return [
    element('nav', 'search-facets', [heading, ...groups], { id: 'narrow', 'aria-label': 'กรองผลการค้นหา' }),
  ];
}

/** Null when there is nothing to choose between. */
function facetGroup(
  { name, values }: FacetCount,
  request: SearchRequest,
  types: TypeNames,
): readonly MarkupElement[] {
  if (values.length < 2 && !values.some(({ isChosen }) => isChosen)) return [];
  const items = inReadingOrder(name, values).map((value) => valueItem(name, value, request, types));
  const rest = items.slice(shownAtOnce);
  const children: Markup[] = [
    element('h3', 'search-facet__name', [name]),
    element('ul', 'search-facet__values', items.slice(0, shownAtOnce), { role: 'list' }),
  ];
  if (rest.length > 0) {
    const words = `อีก ${rest.length.toLocaleString('th-TH')} รายการ`;
    const summary = element('summary', 'search-facet__all', [words]);
    const more = element('ul', 'search-facet__values', rest, { role: 'list' });
    children.push(element('details', 'search-facet__rest', [summary, more]));
  }
  return [element('div', 'search-facet', children)];
}

/** The chosen value first; years from the newest; others by their number of works, equals in Thai order. */
function inReadingOrder(name: FacetName, values: readonly FacetValue[]): readonly FacetValue[] {
  const keys = new Map(values.map(({ value }) => [value, thaiSortKey(value)]));
  const key = ({ value }: FacetValue): string => keys.get(value) ?? '';
  const alphabetic = (a: FacetValue, b: FacetValue): number => (key(a) < key(b) ? -1 : 1);
  return [...values].sort((a, b) => {
    if (a.isChosen !== b.isChosen) return a.isChosen ? -1 : 1;
    if (name === 'ปี') return alphabetic(b, a);
    return b.works - a.works || alphabetic(a, b);
  });
}

function valueItem(
  name: FacetName,
  { value, works, isChosen }: FacetValue,
  request: SearchRequest,
  types: TypeNames,
): MarkupElement {
  const key = filterKeyOf[name];
  const code = codeOf(key, value, types);
  const words = name === 'ปี' ? `พ.ศ.\u00a0${value}` : value;
  const label = isChosen
    ? element('strong', 'search-facet__chosen', [words], { 'aria-current': 'true' })
    : link('search-facet__value', addressOf(choosing(request, key, code)), [words]);
  return element('li', '', [label, ' ', element('span', 'count', [works.toLocaleString('th-TH')])]);
}
