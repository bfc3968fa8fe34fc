import type { FieldProblem, Refusal } from '../../../domain/errors.ts';
import { type IsoDate, parseAddressDate } from '../../../domain/iso-date.ts';
import { type OrganisationFields, organisationFieldNames } from '../../../domain/organisation-fields.ts';
import type { Actor } from '../../../domain/permission.ts';
import type { Result } from '../../../domain/result.ts';
import { editOrganisation } from '../../../registry/edit-organisation.ts';
import { nameHub } from '../../../registry/name-hub.ts';
import { switchFourEyes } from '../../../registry/switch-four-eyes.ts';
import { parseWrittenDate } from '../../../thai/parse-date.ts';
import { typedText } from '../../_read-form.ts';
import { statusOf } from '../../_status-of.ts';
import { actionOf } from '../_visit.ts';

/** Which of the forms of the page was sent. */
export type OrganisationForm = 'save' | 'four_eyes' | 'name_hub';

export type OrganisationAnswer = {
  readonly status: number;
  readonly refusal: Refusal | null;
  readonly done: string | null;
  readonly form: OrganisationForm;
};

export function readOrganisationFields(posted: ReadonlyMap<string, string>): OrganisationFields {
  const typed = organisationFieldNames.map((name) => [name, typedText(posted, name)] as const);
  return Object.fromEntries(typed) as OrganisationFields;
}

/** A day as an officer writes it (`1 มกราคม 2569`, `2569-01-01`), in the common era; null when it is not one day. */
export function dayOf(text: string): IsoDate | null {
  const written = text.trim();
  const date = parseAddressDate(written)?.date ?? parseWrittenDate(written)?.start ?? '';
  return date.length === 10 ? (date as IsoDate) : null;
}

type Request = Pick<App.Locals, 'register' | 'now'> & { readonly actor: Actor; readonly slug: string };

/** Does what a form of an organisation's page asks for. */
export async function answerOrganisation(
  { register, now, actor, slug }: Request,
  posted: ReadonlyMap<string, string>,
): Promise<OrganisationAnswer> {
  const { kind } = actionOf(posted);
  if (kind === 'save') {
    const saved = await editOrganisation(register, actor, slug, readOrganisationFields(posted), now);
    return told('save', saved, 'บันทึกข้อมูลหน่วยงานแล้ว');
  }
  if (kind === 'four_eyes_on' || kind === 'four_eyes_off') {
    const isOn = kind === 'four_eyes_on';
    const done = isOn ? 'ตั้งให้ต้องมีผู้เผยแพร่คนละคนกับผู้แก้ร่างแล้ว' : 'ยกเลิกการกำหนดผู้เผยแพร่คนละคนแล้ว';
    return told('four_eyes', await switchFourEyes(register, actor, slug, isOn, now), done);
  }
  if (kind === 'name_hub') {
    const from = dayOf(posted.get('hubFrom') ?? '');
    if (from === null) return refuse('name_hub', invalid('hubFrom'));
    const term = { organisation: typedText(posted, 'hub'), from };
    return told('name_hub', await nameHub(register, actor, slug, term, now), 'บันทึกศูนย์จัดการเครือข่ายแล้ว');
  }
  return { status: 400, refusal: null, done: null, form: 'save' };
}

const invalid = (field: string): Refusal => {
  const problems: readonly FieldProblem[] = [{ field, reason: 'not_a_date' }];
  return { code: 'content_invalid', problems };
};

const refuse = (form: OrganisationForm, refusal: Refusal): OrganisationAnswer => ({
  status: statusOf(refusal),
  refusal,
  done: null,
  form,
});

const told = (form: OrganisationForm, result: Result<unknown>, done: string): OrganisationAnswer =>
  result.ok ? { status: 200, refusal: null, done, form } : refuse(form, result.refusal);
