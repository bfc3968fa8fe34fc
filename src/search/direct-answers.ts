import glossary from '../../content/glossary.json' with { type: 'json' };
import help from '../../content/help-answers.json' with { type: 'json' };
import { addresses } from '../domain/addresses.ts';
import { toSearchForm } from '../thai/normal-form.ts';
import { toUnits, type Unit } from '../thai/units.ts';

/** A question that the site itself answers: the meaning of a word of the trade, or a page of help. */
export type DirectAnswer = {
  readonly kind: 'term' | 'help';
  readonly title: string;
  /** English and short forms of a word; '' for a page. */
  readonly otherNames: string;
  readonly sentence: string;
  readonly href: string;
};

type Named = { readonly key: string; readonly answer: DirectAnswer };

/** More would push the results off the first screen. */
const mostAnswers = 2;
/** The shortest name that may be found at the beginning of a question that says more, in units. */
const leastUnits = 3;

const questionEnd =
  /\s*(?:คือ\s*(?:อะไร|ใคร)?|หมายถึง\s*(?:อะไร)?|หมายความว่า\s*(?:อะไร|อย่างไร|ยังไง)?|แปลว่า\s*(?:อะไร)?|ย่อมาจาก\s*(?:คำว่า)?\s*(?:อะไร)?)\s*[?？]*$/u;
const questionStart =
  /^(?:อะไรคือ|ความหมายของ|ความหมาย|นิยามของ|นิยาม|คำว่า|what (?:is|are)\s|meaning of\s|define\s)\s*/u;

const terms: readonly Named[] = glossary.flatMap((entry) => {
  const abbreviations = 'abbreviations' in entry ? (entry.abbreviations ?? []) : [];
  const answer: DirectAnswer = {
    kind: 'term',
    title: entry.term,
    otherNames: [entry.termEn, ...abbreviations.filter(isDistinct)].join(' · '),
    sentence: entry.definition,
    href: addresses.glossary(entry.slug),
  };
  return namesOf(entry.term, entry.termEn, abbreviations).map((name) => ({ key: keyOf(name), answer }));
});

const pages = help.map(({ page, fragment, title, sentence, asked }) => ({
  asked: asked.map((words) => words.map(keyOf)),
  answer: {
    kind: 'help' as const,
    title,
    otherNames: '',
    sentence,
    href:
      fragment === null ? addresses.about(page) : `${addresses.about(page)}#${encodeURIComponent(fragment)}`,
  },
}));

/**
 * The words of the glossary and the pages of help that answer what was typed: a query that is a word of the glossary
 * or asks for one ("ธรรมนูญตำบลคืออะไร", "MOU คือ", "ศจค ย่อมาจาก"), or that has all the words of a question the help
 * answers. The spelling is compared as search compares it. At most two, none for most queries.
 */
export function findDirectAnswers(typed: string): readonly DirectAnswer[] {
  const form = toSearchForm(typed)
    .replaceAll(/["“”„«»]/gu, ' ')
    .trim();
  const asked = form.replace(questionStart, '').replace(questionEnd, '').trim();
  const key = keyOfUnits(toUnits(asked));
  if (key === '') return [];
  const exact = terms.filter((term) => term.key === key);
  const isQuestion = asked !== form;
  const found = exact.length > 0 || !isQuestion ? exact : longestBeginning(key);
  const whole = keyOfUnits(toUnits(form));
  const helping = pages.filter((page) =>
    page.asked.some((words) => words.every((word) => whole.includes(word))),
  );
  return distinct([...found, ...helping].map(({ answer }) => answer)).slice(0, mostAnswers);
}

function longestBeginning(key: string): readonly Named[] {
  const beginnings = terms.filter(
    (term) => key.startsWith(term.key) && term.key.split('|').length > leastUnits,
  );
  const longest = Math.max(...beginnings.map((term) => term.key.length));
  return beginnings.filter((term) => term.key.length === longest);
}

/** "ปฏิญญา หรือประกาศเจตนารมณ์" is two names; what stands in brackets is a name of its own. */
function namesOf(term: string, termEn: string, abbreviations: readonly string[]): readonly string[] {
  const outside = term.replaceAll(/\([^)]*\)/gu, ' ').split(/\s+หรือ\s*/u);
  const inside = [...term.matchAll(/\(([^)]*)\)/gu)].map((match) => match[1] ?? '');
  const english = termEn.split(/[,:(]|\sor\s/u);
  return [...outside, ...inside, ...english, ...abbreviations].filter((name) => keyOf(name) !== '');
}

/** อปท. and อปท are one short form. */
function isDistinct(name: string, index: number, all: readonly string[]): boolean {
  return all.findIndex((other) => keyOf(other) === keyOf(name)) === index;
}

function distinct(answers: readonly DirectAnswer[]): readonly DirectAnswer[] {
  return [...new Set(answers)];
}

function keyOf(text: string): string {
  return keyOfUnits(toUnits(toSearchForm(text)));
}

/** Each unit between bars, so that a key never begins or ends inside a unit of another. */
function keyOfUnits(units: readonly Unit[]): string {
  return units.length === 0 ? '' : `|${units.map(({ text }) => text).join('|')}|`;
}
