import { z } from 'zod';
import { provenances } from '../../domain/edition.ts';
import { asOfShape } from '../../exports/list-json.ts';
import type { AnswerView } from '../../search/answer-view.ts';
import { hitTiers } from '../../search/hit.ts';
import type { RungName } from '../../search/ladder.ts';
import type { ClauseView, EditionView, ResultView } from '../../search/result-view.ts';
import { codeOf, filterKeyOf, filterKeys } from '../../search/search-request.ts';
import { whySentence } from '../../search/sentences.ts';
import type { MarkedPart } from '../../thai/mark-text.ts';

const rungs = ['exact', 'looser', 'keyboard', 'parts', 'corrected', 'coverage'] as const satisfies RungName[];
const count = z.int().min(0);
const parts = z
  .array(z.strictObject({ text: z.string(), isMarked: z.boolean() }))
  .readonly()
  .describe('Joined, they are the text; marked is what was searched');

const clause = z.strictObject({
  eid: z.string().nullable(),
  href: z.url(),
  label: z.string(),
  excerpt: parts,
});

const result = z.strictObject({
  work: z.url(),
  edition: z.url(),
  title: z.string(),
  titleParts: parts,
  editionLabel: z.string(),
  citation: z.string(),
  isCurrent: z.boolean(),
  type: z.string().describe('In Thai'),
  provenance: z.enum(provenances),
  place: parts,
  why: z.strictObject({
    tier: z.enum(hitTiers),
    sentence: z.string(),
    words: z.array(z.string()).readonly(),
  }),
  clauses: z.array(clause).readonly(),
  moreClauses: count,
  aside: parts.describe('Where it was found outside of the texts: another name, an organisation, a source'),
  otherEditionsThatAnswer: count,
});

/** One page of an answer of the search. */
export const searchShape = z.strictObject({
  q: z.string(),
  rung: z.enum(rungs).describe('How loosely it had to be searched'),
  notice: z.string().nullable().describe('What an answer that is not exact is'),
  isComplete: z.boolean().describe('False when the query cost more than one may and was cut'),
  total: count.describe('Works'),
  totalSentence: z.string(),
  page: z.int().min(1),
  pages: count,
  perPage: z.int().min(1),
  revision: count
    .nullable()
    .describe('Grows with every public change of the register; null in an answer as of a moment'),
  asOf: asOfShape
    .nullable()
    .describe('As of when the answer is; null where it is ranked by the register and the index of now'),
  lasting: z
    .url()
    .describe('The same question as of a moment: exact answers in the order of addresses, the same for ever'),
  results: z.array(result).readonly(),
  facets: z
    .array(
      z.strictObject({
        facet: z.enum(filterKeys),
        label: z.string(),
        values: z
          .array(
            z.strictObject({ value: z.string(), label: z.string(), works: count, isChosen: z.boolean() }),
          )
          .readonly(),
      }),
    )
    .readonly(),
});

/** What an answer says beside its results. */
export type SearchFacts = {
  readonly origin: string;
  readonly perPage: number;
  readonly rung: RungName;
  /** Null in an answer as of a moment, which no later revision changes. */
  readonly revision: number | null;
  /** As of when the register was asked, in the form in which it can be asked again; null for now. */
  readonly asOf: string | null;
  /** Where the same is asked as of a moment. */
  readonly lasting: string;
};

/** The answer as `searchShape` describes it. */
export function searchDocument(view: AnswerView, facts: SearchFacts): z.output<typeof searchShape> {
  const { request, types } = view;
  const { origin, perPage, rung, revision, asOf, lasting } = facts;
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
    lasting,
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

function resultOf(found: ResultView, origin: string): z.output<typeof result> {
  const title = textOf(found.title);
  return {
    work: origin + found.workHref,
    edition: origin + found.href,
    title,
    titleParts: found.title,
    editionLabel: found.label,
    citation: `${title} (${found.label}) ${origin}${found.href}`,
    isCurrent: found.isCurrent,
    type: found.typeLabel,
    provenance: found.provenance,
    place: found.placeLine,
    why: { tier: found.why.tier, sentence: whySentence(found.why), words: found.why.words },
    ...foundIn(found, origin),
    aside: found.aside,
    otherEditionsThatAnswer: found.others,
  };
}

const foundIn = ({ clauses, moreClauses }: EditionView, origin: string) => ({
  clauses: clauses.map((one) => clauseOf(one, origin)),
  moreClauses,
});

function clauseOf({ href, label, excerpt }: ClauseView, origin: string): z.output<typeof clause> {
  const eid = href.split('#')[1] ?? null;
  return { eid, href: origin + href, label: textOf(label), excerpt };
}

const textOf = (parts: readonly MarkedPart[]): string => parts.map(({ text }) => text).join('');
