import { z } from 'zod';
import { attachedFile } from '../catalogue/attachment-schema.ts';
import { factOf, line, writtenDate } from '../catalogue/fact-schema.ts';
import { link, optionalLine, placeCode } from '../catalogue/front-matter.ts';
import type { AccessionFiling } from '../domain/accession.ts';
import { assessmentScale } from '../domain/assessment.ts';
import { partyRoles } from '../domain/edition.ts';
import type { EvidenceFacts, EvidenceFiling } from '../domain/evidence.ts';
import type {
  Filing,
  PublicAct,
  PublicAssessment,
  PublicDeeds,
  PublicSubmission,
} from '../domain/public-submission.ts';
import { nextActs, type SubmissionActKind, type SubmissionSource } from '../domain/submission.ts';
import { isWorkType, slugPattern } from '../domain/work.ts';
import { inOrder, plainDate, plainFact } from './plain.ts';
import { type Parsed, readYaml, writeYaml } from './yaml-file.ts';

const orNull = <T>(schema: z.ZodType<T>) => schema.nullish().transform((value) => value ?? null);
const instant = z.iso.datetime({ precision: 3 });
const commitment = line(60);
const organisation = line(80);
const source: z.ZodType<SubmissionSource | null> = orNull(
  z.strictObject({ title: line(500), url: orNull(link) }),
);
const workName = z.string().refine(
  (text) => {
    const [type = '', slug = '', ...rest] = text.split('/');
    return isWorkType(type) && slugPattern.test(slug) && rest.length === 0;
  },
  { params: { reason: 'unknown_work' } },
);
const basis = { source, file: orNull(attachedFile), note: optionalLine() };

const evidence: z.ZodType<EvidenceFiling> = z.strictObject({
  title: line(500),
  date: writtenDate,
  place: orNull(placeCode),
  amount: z.number().positive(),
  work: orNull(workName),
  ...basis,
});
const accession: z.ZodType<AccessionFiling> = z.strictObject({
  role: z.enum(partyRoles),
  deed: z.enum(['sign', 'join']),
  date: factOf(writtenDate),
  ...basis,
});
const counted: z.ZodType<EvidenceFacts> = z.strictObject({
  doneOn: writtenDay(),
  place: orNull(placeCode),
  amount: z.number().positive(),
});

function writtenDay() {
  return z
    .union([z.string(), z.number().transform(String)])
    .refine((start) => writtenDate.safeParse({ start }).success, { params: { reason: 'not_a_date' } });
}

const actsOf = <T extends Filing>(facts: z.ZodType<T>): z.ZodType<readonly PublicAct[]> => {
  const said = z
    .strictObject({
      kind: z.enum(['submitted', 'corrected']),
      at: instant,
      facts: orNull(facts),
      counted: orNull(counted),
    })
    .transform((act) => ({ ...act, decidedFor: null }));
  const done = z
    .strictObject({
      kind: z.enum(['accepted', 'returned', 'reversed']),
      at: instant,
      decidedFor: orNull(organisation),
    })
    .transform((act) => ({ ...act, facts: null, counted: null }));
  return z.array(z.discriminatedUnion('kind', [said, done])).min(2);
};

const submission: z.ZodType<PublicSubmission> = z
  .discriminatedUnion('kind', [
    z.strictObject({
      number: z.int().min(1),
      kind: z.literal('evidence'),
      commitment,
      organisation,
      acts: actsOf(evidence),
    }),
    z
      .strictObject({
        number: z.int().min(1),
        kind: z.literal('accession'),
        organisation,
        acts: actsOf(accession),
      })
      .transform((value) => ({ ...value, commitment: null })),
  ])
  .superRefine(checkLife);

/** Acts follow one another as the register lets them, and somewhere stands what was said. */
function checkLife({ kind, acts }: PublicSubmission, context: z.RefinementCtx): void {
  let open: readonly SubmissionActKind[] = ['submitted'];
  for (const [index, act] of acts.entries()) {
    const refuse = (field: string, reason: string) =>
      context.addIssue({ code: 'custom', path: ['acts', index, field], params: { reason } });
    if (!open.includes(act.kind)) refuse('kind', 'not_in_list');
    if (act.at < (acts[index - 1]?.at ?? '')) refuse('at', 'not_a_date');
    const isSaid = act.facts !== null || act.counted !== null;
    const says = act.kind === 'submitted' || act.kind === 'corrected';
    if (kind === 'evidence' && says && !isSaid) refuse('facts', 'required');
    open = nextActs[act.kind === 'accepted' || act.kind === 'returned' ? act.kind : 'submitted'];
  }
  if (kind === 'accession' && acts.at(-1)?.kind !== 'accepted') {
    context.addIssue({ code: 'custom', path: ['acts'], params: { reason: 'required' } });
  }
  if (acts.at(-1)?.kind !== 'accepted') return;
  const standing = acts.findLastIndex((act) => act.kind === 'submitted' || act.kind === 'corrected');
  if (acts[standing]?.facts === null) {
    context.addIssue({ code: 'custom', path: ['acts', standing, 'facts'], params: { reason: 'required' } });
  }
}

const assessment: z.ZodType<PublicAssessment> = z.strictObject({
  commitment,
  at: instant,
  value: z.enum(assessmentScale),
  assessor: line(300),
  isIndependent: z.boolean(),
  date: writtenDate,
  source,
  note: optionalLine(),
});

const deeds: z.ZodType<PublicDeeds> = z.strictObject({
  submissions: z
    .array(submission)
    .default([])
    .superRefine((list, context) => {
      const seen = new Set<number>();
      for (const [index, { number }] of list.entries()) {
        if (seen.has(number)) {
          context.addIssue({ code: 'custom', path: [index, 'number'], params: { reason: 'duplicate' } });
        }
        seen.add(number);
      }
    }),
  assessments: z.array(assessment).default([]),
});

/**
 * Reads `agreements/{slug}/submissions.yaml`: what organisations handed in about an agreement and was accepted at some
 * time, and what others judged of its commitments.
 */
export const readSubmissionsFile = (text: string, file: string): Parsed<PublicDeeds> =>
  readYaml(text, file, 1, deeds);

/** Writes submissions by number and assessments as recorded; null when there are neither. */
export function writeSubmissionsFile({ submissions, assessments }: PublicDeeds): string | null {
  if (submissions.length + assessments.length === 0) return null;
  const plain = {
    submissions: submissions.toSorted((a, b) => a.number - b.number).map(plainSubmission),
    assessments: assessments
      .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
      .map((one) =>
        inOrder({ ...one, date: plainDate(one.date), source: plainSource(one.source) }, assessmentKeys),
      ),
  };
  return writeYaml(inOrder(plain, ['submissions', 'assessments']));
}

const plainSubmission = (one: PublicSubmission) =>
  inOrder({ ...one, acts: one.acts.map(plainAct) }, ['number', 'kind', 'commitment', 'organisation', 'acts']);

const plainAct = ({ kind, at, facts, counted: only, decidedFor }: PublicAct) =>
  inOrder(
    {
      ...{ kind, at },
      facts: facts && plainFiling(facts),
      counted: only && inOrder(only, ['doneOn', 'place', 'amount']),
      decidedFor,
    },
    ['kind', 'at', 'facts', 'counted', 'decidedFor'],
  );

function plainFiling(facts: Filing) {
  const file = facts.file && inOrder(facts.file, ['sha256', 'name', 'mediaType', 'bytes', 'pageCount']);
  const plainBasis = { source: plainSource(facts.source), file };
  return 'title' in facts
    ? inOrder({ ...facts, ...plainBasis, date: plainDate(facts.date) }, evidenceKeys)
    : inOrder({ ...facts, ...plainBasis, date: plainFact(facts.date) }, accessionKeys);
}

const plainSource = (one: SubmissionSource | null) => one && inOrder(one, ['title', 'url']);

const evidenceKeys = ['title', 'date', 'place', 'amount', 'work', 'source', 'file', 'note'] as const;
const accessionKeys = ['role', 'deed', 'date', 'source', 'file', 'note'] as const;
const assessmentKeys = [
  'commitment',
  'at',
  'value',
  'assessor',
  'isIndependent',
  'date',
  'source',
  'note',
] as const;
