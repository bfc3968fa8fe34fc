import { element, link, type Markup, type MarkupElement, marked } from './markup.ts';
import type { ClauseView, EditionView, ResultView } from './result-view.ts';
import { provenanceLabels } from './search-record.ts';
import { addressOf, type SearchRequest } from './search-request.ts';
import { whySentence } from './sentences.ts';

/** One result as an item of the list: the work, the clauses that match, why, and in which editions. */
export function resultMarkup(result: ResultView, request: SearchRequest): MarkupElement {
  const title = element('h3', 'search-result__title', [link('', result.href, marked(result.title))]);
  return element('li', 'search-result', [
    title,
    factsLine(result),
    ...placeLine(result),
    ...clauseList(result),
    ...asideLine(result),
    element('p', 'search-result__why', [whySentence(result.why)]),
    ...olderLine(result, request),
    ...result.otherEditions.map(otherEdition),
    ...currentLine(result, request),
  ]);
}

function factsLine({ typeLabel, provenance, label, isCurrent }: ResultView): MarkupElement {
  const facts = [element('span', 'search-result__type', [typeLabel])];
  if (provenance !== 'documented') {
    facts.push(element('span', 'search-result__provenance', [provenanceLabels[provenance]]));
  }
  if (label !== '') facts.push(element('span', 'search-result__edition', [label]));
  if (!isCurrent) facts.push(element('span', 'search-result__superseded', ['ฉบับก่อนหน้า']));
  return element(
    'p',
    'search-result__facts',
    facts.flatMap((fact, index) => (index === 0 ? [fact] : [' ', fact])),
  );
}

function placeLine({ placeLine: parts }: ResultView): readonly Markup[] {
  return parts.length === 0 ? [] : [element('p', 'search-result__place', marked(parts))];
}

function clauseList({ clauses, moreClauses, href }: EditionView): readonly Markup[] {
  if (clauses.length === 0) return [];
  const more = `และอีก ${moreClauses.toLocaleString('th-TH')} ข้อในฉบับนี้`;
  const list = element('ul', 'search-result__clauses', clauses.map(clauseItem), { role: 'list' });
  return moreClauses === 0 ? [list] : [list, element('p', 'search-result__more', [link('', href, [more])])];
}

function clauseItem({ href, label, excerpt }: ClauseView): MarkupElement {
  const name = label.length === 0 ? ['ความนำ'] : marked(label);
  return element('li', 'search-result__clause', [
    link('search-result__clause-link', href, name),
    ...(excerpt.length === 0 ? [] : [element('p', 'search-result__excerpt', marked(excerpt))]),
  ]);
}

function asideLine({ aside }: ResultView): readonly Markup[] {
  if (aside.length === 0) return [];
  return [element('p', 'search-result__aside', ['พบในข้อมูลของเอกสาร: ', ...marked(aside)])];
}

function olderLine({ others, otherEditions }: ResultView, request: SearchRequest): readonly Markup[] {
  if (others === 0 || otherEditions.length > 0) return [];
  const address = addressOf({ ...request, showsOlder: true });
  const words = `พบในฉบับอื่นของเอกสารนี้อีก ${others.toLocaleString('th-TH')} ฉบับ`;
  return [element('p', 'search-result__editions', [link('', address, [words])])];
}

function otherEdition(edition: EditionView): MarkupElement {
  const name = edition.label === '' ? 'ฉบับที่ไม่ระบุชื่อ' : edition.label;
  return element('div', 'search-result__other', [
    element('p', 'search-result__other-name', [
      `พบใน${edition.isCurrent ? 'ฉบับปัจจุบัน' : 'ฉบับก่อนหน้า'}ด้วย: `,
      link('', edition.href, [name]),
    ]),
    ...clauseList(edition),
  ]);
}

/** An older edition never stands for its work without a way to what applies now. */
function currentLine({ isCurrent, workHref }: ResultView, { chosen }: SearchRequest): readonly Markup[] {
  if (isCurrent) return [];
  const reason = chosen.edition === '' ? 'พบเฉพาะในฉบับก่อนหน้า ' : '';
  return [element('p', 'search-result__current', [reason, link('', workHref, ['ดูฉบับปัจจุบัน'])])];
}
