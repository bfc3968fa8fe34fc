import type { FacetCount } from '../facet-counts.ts';
import type { FacetName } from '../search-record.ts';
import { make } from './elements.ts';

type FacetValue = FacetCount['values'][number];
type Choose = (name: FacetName, value: string | null) => void;

/** Values shown before "ทั้งหมด" is opened. */
const shownAtOnce = 8;

/** One facet as a group of toggle buttons with true counts. Null when there is nothing to choose between. */
export function facetGroup({ name, values }: FacetCount, choose: Choose): HTMLFieldSetElement | null {
  if (values.length < 2 && !values.some(({ isChosen }) => isChosen)) return null;
  const group = make('fieldset', 'search-facet', make('legend', 'search-facet__name', name));
  const chosenFirst = [...values].sort((a, b) => Number(b.isChosen) - Number(a.isChosen));
  group.append(valueList(name, chosenFirst.slice(0, shownAtOnce), choose));
  const rest = chosenFirst.slice(shownAtOnce);
  if (rest.length > 0) {
    const summary = make('summary', 'search-facet__all', `ทั้งหมด ${values.length.toLocaleString('th-TH')}`);
    group.append(make('details', 'search-facet__rest', summary, valueList(name, rest, choose)));
  }
  return group;
}

function valueList(name: FacetName, values: readonly FacetValue[], choose: Choose): HTMLUListElement {
  return make(
    'ul',
    'search-facet__values',
    ...values.map((value) => make('li', '', valueButton(name, value, choose))),
  );
}

function valueButton(
  name: FacetName,
  { value, works, isChosen }: FacetValue,
  choose: Choose,
): HTMLButtonElement {
  const count = make('span', 'search-facet__count', works.toLocaleString('th-TH'));
  const button = make('button', 'search-facet__value', value, ' ', count);
  button.type = 'button';
  button.setAttribute('aria-pressed', String(isChosen));
  button.addEventListener('click', () => choose(name, isChosen ? null : value));
  return button;
}
