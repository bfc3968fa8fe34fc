import { z } from 'zod';
import type { Refusal } from '../domain/errors.ts';
import { refusalText } from '../i18n/refusals.ts';

/** What is wrong with one parameter. */
export type ParameterError = {
  readonly parameter: string;
  readonly detail: string;
  readonly detailEn: string;
};

/** A problem document (RFC 9457) with a sentence in Thai and in English. */
export const problemShape = z.strictObject({
  type: z.url().describe('Where the code is explained'),
  title: z.string().describe('The same for every problem of this code'),
  status: z.int().min(400).max(599),
  code: z.string(),
  detail: z.string().describe('In Thai: what happened and what to do next'),
  detailEn: z.string(),
  errors: z
    .array(z.strictObject({ parameter: z.string(), detail: z.string(), detailEn: z.string() }))
    .readonly()
    .optional()
    .describe('One for each parameter that means nothing'),
  requestId: z.string().optional().describe('Under which the log knows a failure of the register'),
});
export type Problem = z.output<typeof problemShape>;

type Known = { readonly status: number; readonly title: string; readonly en: string };

/**
 * Every problem that an operation answers with, and those of the front door that programs meet, by their codes; `detail`
 * comes with the case. What else the front door refuses (an address too long, a host unknown) has its code in `refusals.ts`.
 */
export const problems = {
  parameters_not_understood: {
    status: 400,
    title: 'Parameters not understood',
    en: 'A parameter is unknown or its value means nothing. See `errors`.',
  },
  query_empty: { status: 400, title: 'Nothing to search', en: 'The search text `q` is empty.' },
  query_too_short: { status: 400, title: 'Query too short', en: 'One letter stands in nearly every text.' },
  query_too_long: { status: 400, title: 'Query too long', en: 'The search text is too long.' },
  query_too_many_parts: {
    status: 400,
    title: 'Query of too many parts',
    en: 'As of a moment all of the search text is looked up, and this has more parts than that can be done for.',
  },
  date_not_understood: {
    status: 400,
    title: 'Date not understood',
    en: 'A date is a year, month or day of either era, such as 2017, 2560-05 or 2017-05-15.',
  },
  not_found: { status: 404, title: 'Not found', en: 'There is nothing public under this address.' },
  not_known_then: {
    status: 404,
    title: 'Not known then',
    en: 'The register did not have it yet as of that moment.',
  },
  work_not_found: { status: 404, title: 'Work not found', en: 'No published work has this name.' },
  edition_not_found: {
    status: 404,
    title: 'Edition not found',
    en: 'The work has no published edition of this number.',
  },
  provision_not_found: {
    status: 404,
    title: 'Provision not found',
    en: 'The edition has no provision of this id.',
  },
  model_not_found: {
    status: 404,
    title: 'Model not found',
    en: 'The current edition names no model that the register has.',
  },
  before_first_edition: {
    status: 404,
    title: 'Before the first edition',
    en: 'On that date no edition stood that the register knows of.',
  },
  withdrawn_by_then: {
    status: 404,
    title: 'Withdrawn by then',
    en: 'By that date the work was withdrawn; its last edition can still be read.',
  },
  place_not_found: { status: 404, title: 'Place not found', en: 'No place has this code.' },
  organisation_not_found: {
    status: 404,
    title: 'Organisation not found',
    en: 'No organisation has this name.',
  },
  network_not_found: {
    status: 404,
    title: 'Network not found',
    en: 'No network or programme has this name.',
  },
  published_in_error: {
    status: 410,
    title: 'Published in error',
    en: 'The text of this edition was published in error and taken out of the public.',
  },
  method_not_allowed: { status: 405, title: 'Method not allowed', en: 'The API is read with GET and HEAD.' },
  unexpected: {
    status: 500,
    title: 'Failure of the register',
    en: 'The answer could not be made. Try again.',
  },
  busy: { status: 503, title: 'Busy', en: 'Too many answers are being made. Try again in a few seconds.' },
} as const satisfies Readonly<Record<string, Known>>;
export type ProblemCode = keyof typeof problems;

export const isProblemCode = (code: string): code is ProblemCode => code in problems;

/** A problem as its document. `detail` is a sentence in Thai. */
export const problem = (
  code: ProblemCode,
  detail: string,
  origin: string,
  more: Pick<Problem, 'errors' | 'requestId'> = {},
): Problem => {
  const { status, title, en } = problems[code];
  return {
    type: `${origin}/about/api#${code}`,
    title,
    status,
    code,
    detail,
    detailEn: en,
    ...more,
  };
};

/** What a verb refused. Only what readers may be told of is here; the rest is a fault of the program. */
export function refusalProblem(refusal: Refusal, origin: string): Problem {
  if (!isProblemCode(refusal.code)) throw new Error(`the API has no words for ${refusal.code}`);
  const { title, sentence, next } = refusalText(refusal);
  return problem(refusal.code, [title, sentence, next].join(' · '), origin);
}
