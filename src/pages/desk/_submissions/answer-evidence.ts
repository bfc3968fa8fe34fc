import { addresses } from '../../../domain/addresses.ts';
import type { Refusal } from '../../../domain/errors.ts';
import type { EvidenceFields } from '../../../domain/submission-fields.ts';
import type { Found, Labelled } from '../../../facts/form-choices.ts';
import { type EvidencePage, openEvidenceForm } from '../../../registry/open-evidence-form.ts';
import { submitEvidence } from '../../../registry/submit-evidence.ts';
import { statusOf } from '../../_status-of.ts';
import { actionOf } from '../_visit.ts';
import { atControls, blankEvidence, readEvidenceFields, typedEvidence } from './evidence-fields.ts';
import { placesOffered, settlePicks, worksNamed } from './settle-picks.ts';
import { type SubmissionRequest, uploadIn } from './submission-request.ts';

/** What the page shows by which evidence is handed in. */
export type EvidenceView =
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'refused'; readonly status: number; readonly refusal: Refusal }
  | {
      readonly kind: 'form';
      readonly status: number;
      readonly page: EvidencePage;
      readonly fields: EvidenceFields;
      readonly found: ReadonlyMap<string, Found>;
      readonly places: readonly Labelled[];
      readonly works: readonly Labelled[];
      readonly refusal: Refusal | null;
      readonly isFileLost: boolean;
    };

type Asked = { readonly agreement: string; readonly commitment: string };

/** The form as its address asks for it, or what it asked for. Whatever is refused, everything typed comes back. */
export async function answerEvidence(
  request: SubmissionRequest,
  asked: Asked,
  posted: ReadonlyMap<string, string> | null,
): Promise<EvidenceView> {
  if (posted === null) return show(request, asked, null);
  const settled = await settlePicks(request.register, readEvidenceFields(posted), [
    'organisation',
    'deedPlace',
    'deedWork',
  ]);
  const upload = uploadIn(request.uploads);
  const isFileLost = !upload.ok || upload.value !== null;
  const typed = { ...settled, isFileLost };
  // A file that is too large is told of after the search: the search needs none.
  if (actionOf(posted).kind === 'find') return show(request, asked, typed);
  if (!upload.ok) return show(request, asked, typed, upload.refusal);
  const { register, files, actor, now } = request;
  const { fields, problems } = settled;
  if (fields.organisation === '') {
    const missing = { field: 'organisation', reason: 'required' } as const;
    return show(request, asked, typed, { code: 'content_invalid', problems: [missing, ...problems] });
  }
  if (problems.length > 0) return show(request, asked, typed, { code: 'content_invalid', problems });
  const submitted = await submitEvidence(
    register,
    files,
    actor,
    { ...asked, organisation: fields.organisation, typed: typedEvidence(fields), upload: upload.value },
    now,
  );
  if (submitted.ok) {
    return { kind: 'moved', to: addresses.submission(submitted.value.id, { done: 'submitted' }) };
  }
  return show(request, asked, typed, submitted.refusal);
}

type Typed = {
  readonly fields: EvidenceFields;
  readonly found: ReadonlyMap<string, Found>;
  readonly isFileLost: boolean;
};

/** @param refused null when nothing was wrong */
async function show(
  { register, actor, now }: SubmissionRequest,
  asked: Asked,
  typed: Typed | null,
  refused: Refusal | null = null,
): Promise<EvidenceView> {
  const opened = await openEvidenceForm(register, actor, asked, typed?.fields.organisation ?? '', now);
  if (!opened.ok) return { kind: 'refused', status: statusOf(opened.refusal), refusal: opened.refusal };
  if (refused?.code === 'not_permitted')
    return { kind: 'refused', status: statusOf(refused), refusal: refused };
  const page = opened.value;
  const { organisations, isRegistrar } = page;
  const first = organisations.find(({ isParty }) => isParty) ?? organisations[0];
  const fields = typed?.fields ?? blankEvidence(isRegistrar ? '' : (first?.slug ?? ''));
  const covers = organisations.flatMap((one) => one.covers);
  const refusal = refused && atControls(refused);
  return {
    kind: 'form',
    status: refusal ? statusOf(refusal) : 200,
    page,
    fields,
    found: typed?.found ?? new Map(),
    places: await placesOffered(register, [...covers, fields.deedPlace]),
    works: await worksNamed(register, fields.deedWork),
    refusal,
    isFileLost: typed?.isFileLost ?? false,
  };
}
