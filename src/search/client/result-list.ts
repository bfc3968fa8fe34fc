import type { ClauseView, ResultView } from '../result-view.ts';
import { whySentence } from '../sentences.ts';
import { make, makeLink, markedNodes } from './elements.ts';

const provenanceNotes = { documented: null, model: 'แม่แบบ', test: 'ข้อมูลทดสอบ' } as const;

/** One result as a list item. The classes are described in `registry-search.ts`. */
export function resultItem(result: ResultView): HTMLLIElement {
  const title = make('h3', 'search-result__title', makeLink('', result.href, ...markedNodes(result.title)));
  const item = make('li', 'search-result', title, factsLine(result));
  item.append(...result.clauses.map(clauseBlock));
  if (result.moreClauses > 0) {
    const more = `และอีก ${result.moreClauses.toLocaleString('th-TH')} ข้อในฉบับนี้`;
    item.append(make('p', 'search-result__more', makeLink('', result.href, more)));
  }
  item.append(make('p', 'search-result__why', whySentence(result.why)));
  if (result.otherEditions.length > 0) item.append(otherEditions(result));
  return item;
}

function factsLine(result: ResultView): HTMLParagraphElement {
  const line = make('p', 'search-result__facts', make('span', 'search-result__type', result.typeLabel));
  const note = provenanceNotes[result.provenance];
  if (note !== null) line.append(' ', make('span', 'search-result__provenance', note));
  if (result.editionLabel !== '')
    line.append(' ', make('span', 'search-result__edition', result.editionLabel));
  if (!result.isCurrent) line.append(' ', make('span', 'search-result__superseded', 'ฉบับก่อนหน้า'));
  if (result.placeLine.length > 0) {
    line.append(' ', make('span', 'search-result__place', ...markedNodes(result.placeLine)));
  }
  return line;
}

function clauseBlock({ href, label, excerpt }: ClauseView): HTMLDivElement {
  const block = make('div', 'search-result__clause');
  if (label !== '') block.append(makeLink('search-result__clause-link', href, label));
  block.append(make('p', 'search-result__excerpt', ...markedNodes(excerpt)));
  return block;
}

function otherEditions({ otherEditions: editions }: ResultView): HTMLParagraphElement {
  const line = make('p', 'search-result__editions', 'พบในฉบับอื่นด้วย: ');
  for (const [index, { href, label }] of editions.entries()) {
    if (index > 0) line.append(', ');
    line.append(makeLink('', href, label === '' ? href : label));
  }
  return line;
}
