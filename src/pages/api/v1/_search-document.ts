import type { AnswerView } from '../../../search/answer-view.ts';
import type { ExcerptPart } from '../../../search/excerpt.ts';
import type { ClauseView, EditionView, ResultView } from '../../../search/result-view.ts';
import { codeOf, filterKeyOf } from '../../../search/search-request.ts';
import { whySentence } from '../../../search/sentences.ts';

/** What an answer says beside its results. */
export type SearchFacts = {
  readonly origin: string;
  readonly perPage: number;
  readonly rung: string;
  readonly revision: number;
  /** When the register was asked. */
  readonly asOf: string;
};

/**
 * The answer as JSON. A text in which something is marked is a list of parts; joined, they are the text.
 * `isComplete` is false when the query cost more than one may and was cut. `total` counts works. `revision` grows with every public change of the register.
 */
export function searchDocument(view: AnswerView, facts: SearchFacts): object {
  const { request, types } = view;
  const { origin, perPage, rung, revision, asOf } = facts;
  return {
    q: request.q,
    rung,
    notice: view.notice,
    isComplete: view.cutNotice === null,
    total: view.works,
    totalSentence: view.status,
    page: request.page,
    pages: view.pages,
    perPage,
    revision,
    asOf,
    results: view.results.map((result) => resultOf(result, origin)),
    facets: view.facets.map(({ name, values }) => ({
      facet: filterKeyOf[name],
      label: name,
      values: values.map(({ value, works, isChosen }) => ({
        value: codeOf(filterKeyOf[name], value, types),
        label: value,
        works,
        isChosen,
      })),
    })),
  };
}

function resultOf(result: ResultView, origin: string): object {
  const title = textOf(result.title);
  return {
    work: origin + result.workHref,
    edition: origin + result.href,
    title,
    titleParts: result.title,
    editionLabel: result.label,
    citation: `${title} (${result.label}) ${origin}${result.href}`,
    isCurrent: result.isCurrent,
    type: result.typeLabel,
    provenance: result.provenance,
    place: result.placeLine,
    why: { tier: result.why.tier, sentence: whySentence(result.why), words: result.why.words },
    ...foundIn(result, origin),
    aside: result.aside,
    otherEditionsThatAnswer: result.others,
  };
}

const foundIn = ({ clauses, moreClauses }: EditionView, origin: string): object => ({
  clauses: clauses.map((clause) => clauseOf(clause, origin)),
  moreClauses,
});

function clauseOf({ href, label, excerpt }: ClauseView, origin: string): object {
  const eid = href.split('#')[1] ?? null;
  return { eid, href: origin + href, label: textOf(label), excerpt };
}

const textOf = (parts: readonly ExcerptPart[]): string => parts.map(({ text }) => text).join('');
