import { addresses } from '../../../domain/addresses.ts';
import type { Refusal } from '../../../domain/errors.ts';
import type { AccessionFields } from '../../../domain/submission-fields.ts';
import type { Found } from '../../../facts/form-choices.ts';
import { claimPlace } from '../../../registry/claim-place.ts';
import { openPlaceClaim, type PlaceClaimPage } from '../../../registry/open-place-claim.ts';
import { statusOf } from '../../_status-of.ts';
import { actionOf } from '../_visit.ts';
import {
  accessionControls,
  blankAccession,
  readAccessionFields,
  typedAccession,
} from './accession-fields.ts';
import { atControls } from './evidence-fields.ts';
import { settlePicks } from './settle-picks.ts';
import { type SubmissionRequest, uploadIn } from './submission-request.ts';

/** What the page shows by which an organisation takes a place among the parties. */
export type AccessionView =
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'refused'; readonly status: number; readonly refusal: Refusal }
  | {
      readonly kind: 'form';
      readonly status: number;
      readonly page: PlaceClaimPage;
      readonly fields: AccessionFields;
      readonly found: ReadonlyMap<string, Found>;
      readonly refusal: Refusal | null;
      readonly isFileLost: boolean;
    };

/** The form as its address asks for it, or what it asked for. Whatever is refused, everything typed comes back. */
export async function answerAccession(
  request: SubmissionRequest,
  agreement: string,
  posted: ReadonlyMap<string, string> | null,
): Promise<AccessionView> {
  if (posted === null) return show(request, agreement, null);
  const settled = await settlePicks(request.register, readAccessionFields(posted), ['organisation']);
  const upload = uploadIn(request.uploads);
  const typed = { ...settled, isFileLost: !upload.ok || upload.value !== null };
  if (actionOf(posted).kind === 'find') return show(request, agreement, typed);
  if (!upload.ok) return show(request, agreement, typed, upload.refusal);
  const { register, files, actor, now } = request;
  const { fields, problems } = settled;
  if (fields.organisation === '') {
    const missing = { field: 'organisation', reason: 'required' } as const;
    return show(request, agreement, typed, { code: 'content_invalid', problems: [missing, ...problems] });
  }
  if (problems.length > 0) return show(request, agreement, typed, { code: 'content_invalid', problems });
  const { organisation } = fields;
  const asked = { agreement, organisation, typed: typedAccession(fields), upload: upload.value };
  const claimed = await claimPlace(register, files, actor, asked, now);
  if (claimed.ok) return { kind: 'moved', to: addresses.submission(claimed.value.id, { done: 'submitted' }) };
  return show(request, agreement, typed, claimed.refusal);
}

type Typed = {
  readonly fields: AccessionFields;
  readonly found: ReadonlyMap<string, Found>;
  readonly isFileLost: boolean;
};

async function show(
  { register, actor, now }: SubmissionRequest,
  agreement: string,
  typed: Typed | null,
  refused: Refusal | null = null,
): Promise<AccessionView> {
  const opened = await openPlaceClaim(register, actor, agreement, typed?.fields.organisation ?? '', now);
  if (!opened.ok) return { kind: 'refused', status: statusOf(opened.refusal), refusal: opened.refusal };
  if (refused?.code === 'not_permitted')
    return { kind: 'refused', status: statusOf(refused), refusal: refused };
  const page = opened.value;
  const { organisations, isRegistrar, roles } = page;
  const first = organisations.find(({ isParty }) => !isParty) ?? organisations[0];
  const refusal = refused && atControls(refused, accessionControls);
  return {
    kind: 'form',
    status: refusal ? statusOf(refusal) : 200,
    page,
    fields: typed?.fields ?? blankAccession(isRegistrar ? '' : (first?.slug ?? ''), roles.at(-1) ?? ''),
    found: typed?.found ?? new Map(),
    refusal,
    isFileLost: typed?.isFileLost ?? false,
  };
}
