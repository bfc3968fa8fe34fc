import { addresses } from '../domain/addresses.ts';
import type { AnswerView } from './answer-view.ts';
import type { DirectAnswer } from './direct-answers.ts';
import { chipMarkup, facetMarkup } from './facet-markup.ts';
import { element, link, type Markup, type MarkupElement } from './markup.ts';
import { resultMarkup } from './result-markup.ts';
import type { ResultView } from './result-view.ts';
import {
  addressOf,
  choosingNothing,
  fileAddressOf,
  filterKeys,
  type SearchRequest,
} from './search-request.ts';
import { filesSentences, noneAdvice, suggestionSentence } from './sentences.ts';
import { suggestionReasons } from './suggestions.ts';

/**
 * All that stands below the search form for an answer, the same from the server and in the browser. The sentence
 * with the number of works (`view.status`) stands before it, in a place of its own that screen readers listen to.
 */
export function answerMarkup(view: AnswerView): readonly Markup[] {
  const { request, types, facets } = view;
  const narrowing = facetMarkup(facets, request, types);
  const main = element('div', 'search-main', [
    ...chipMarkup(request, types),
    ...view.directAnswers.map(directAnswer),
    ...jumpToFacets(narrowing, view),
    ...noticeMarkup(view),
    ...suggestionMarkup(view),
    ...listMarkup(view),
    ...pagerMarkup(view),
    ...filesMarkup(view),
  ]);
  return [element('div', 'search-answer', [main, ...narrowing])];
}

/** What the form must carry so that the next query keeps what was chosen. */
export function keptMarkup({ chosen }: SearchRequest): readonly Markup[] {
  return filterKeys
    .filter((key) => chosen[key] !== '')
    .map((key) => element('input', '', [], { type: 'hidden', name: key, value: chosen[key] }));
}

function directAnswer({ kind, title, otherNames, sentence, href }: DirectAnswer): MarkupElement {
  const names = otherNames === '' ? [] : [element('p', 'search-direct__names', [otherNames])];
  return element(
    'aside',
    'search-direct',
    [
      element('h3', 'search-direct__title', [title]),
      ...names,
      element('p', '', [sentence]),
      element('p', '', [link('', href, [kind === 'term' ? 'ดูในอภิธานศัพท์' : 'อ่านต่อ'])]),
    ],
    { 'aria-label': kind === 'term' ? 'ความหมายของคำ' : 'คำตอบจากหน้าช่วยเหลือ' },
  );
}

/** On a phone the facets stand after the results. */
function jumpToFacets(narrowing: readonly Markup[], { works }: AnswerView): readonly Markup[] {
  if (narrowing.length === 0 || works === 0) return [];
  return [element('p', 'search-jump', [link('tap', '#narrow', ['กรองผลตามประเภท พื้นที่ และปี'])])];
}

function noticeMarkup({ notice, cutNotice }: AnswerView): readonly Markup[] {
  return [cutNotice, notice].flatMap((words) =>
    words === null ? [] : [element('p', 'search-notice', [words])],
  );
}

/** Another reading of what was typed is offered, never taken for the visitor. */
function suggestionMarkup({ suggestions, request }: AnswerView): readonly Markup[] {
  return suggestionReasons.flatMap((reason) => {
    const links = suggestions
      .filter((suggestion) => suggestion.reason === reason)
      .map(({ text }) => link('tap', addressOf({ ...request, q: text, page: 1 }), [text]));
    if (links.length === 0) return [];
    const choices = links.flatMap((one, index) => (index === 0 ? [one] : [' ', one]));
    return [element('p', 'search-suggestions', [suggestionSentence(reason), ' ', ...choices])];
  });
}

/** Exact results first; loose ones stand apart, under a heading of their own. */
function listMarkup(view: AnswerView): readonly Markup[] {
  if (view.works === 0) return noneMarkup(view);
  if (view.results.length === 0) return pastEndMarkup(view);
  const isNear = ({ why }: ResultView): boolean => view.isNear || why.tier === 'near';
  const near = view.results.filter(isNear);
  const exact = view.results.filter((result) => !isNear(result));
  const nearHeading = element('h2', 'search-near', ['ใกล้เคียง']);
  return [
    ...(exact.length > 0 ? [resultList(exact, view.request)] : []),
    ...(near.length > 0 ? [nearHeading, resultList(near, view.request)] : []),
  ];
}

function resultList(results: readonly ResultView[], request: SearchRequest): MarkupElement {
  const items = results.map((result) => resultMarkup(result, request));
  return element('ol', 'search-results', items, { role: 'list' });
}

function noneMarkup({ request }: AnswerView): readonly Markup[] {
  const isNarrowed = filterKeys.some((key) => request.chosen[key] !== '');
  const wider = addressOf(choosingNothing(request));
  const removing = isNarrowed
    ? [element('li', '', [link('', wider, ['ค้นใหม่โดยไม่กรอง']), ' คำค้นนี้อาจพบเมื่อไม่จำกัดประเภทหรือพื้นที่'])]
    : [];
  return [
    element('div', 'search-none', [
      element('h3', '', ['ลองอย่างนี้']),
      element('ul', 'search-advice', [...removing, ...noneAdvice.map((line) => element('li', '', [line]))]),
      element('p', '', [
        'ทะเบียนอาจยังไม่มีเรื่องนี้ ไม่ได้แปลว่าพื้นที่ไม่มีข้อตกลง ',
        link('', addresses.places(), ['เลือกจากพื้นที่']),
        ' · ',
        link('', addresses.topics(), ['เลือกจากหัวข้อ']),
        ' · ',
        link('', addresses.about('submit'), ['วิธีส่งเอกสารเข้าทะเบียน']),
      ]),
    ]),
  ];
}

function pastEndMarkup({ request, pages }: AnswerView): readonly Markup[] {
  const first = link('', addressOf({ ...request, page: 1 }), ['กลับไปหน้าแรกของผลการค้นหา']);
  return [
    element('div', 'search-none', [
      element('p', '', [`ผลการค้นหานี้มี ${pages} หน้า ไม่มีหน้า ${request.page} `, first]),
    ]),
  ];
}

function pagerMarkup({ request, pages, results }: AnswerView): readonly Markup[] {
  if (pages < 2 || results.length === 0) return [];
  const { page } = request;
  const to = (target: number, words: string, rel: string): MarkupElement =>
    link('', addressOf({ ...request, page: target }), [words], { rel });
  const steps: Markup[] = [];
  if (page > 1) steps.push(to(page - 1, '‹ หน้าก่อน', 'prev'), ' ');
  steps.push(element('span', '', [`หน้า ${page} จาก ${pages}`]));
  if (page < pages) steps.push(' ', to(page + 1, 'หน้าถัดไป ›', 'next'));
  return [element('nav', 'pager', steps, { 'aria-label': 'หน้าของผลการค้นหา' })];
}

/** The whole answer to take away. What is only near is in no file, because it could not be given again. */
function filesMarkup({ request, works, isNear, suggestions }: AnswerView): readonly Markup[] {
  if (works === 0) return [];
  const aside = (sentence: string): MarkupElement => element('p', 'small soft', [sentence]);
  if (isNear) return [aside(filesSentences.near)];
  const isExpression = suggestions.some(({ reason }) => reason === 'apart');
  const file = (extension: 'csv' | 'json', words: string, type: string): MarkupElement =>
    link('tap', fileAddressOf(request, extension), [words], { type });
  const csv = file('csv', 'ตาราง CSV', 'text/csv');
  const json = file('json', 'JSON', 'application/json');
  return [
    element('div', 'search-files', [
      element('p', 'cite__files small', [element('span', '', ['ผลทั้งหมดนี้:']), ' ', csv, ' ', json]),
      aside(isExpression ? filesSentences.apart : filesSentences.exact),
    ]),
  ];
}
