import { addresses } from '../../../domain/addresses.ts';
import type { Manifest } from '../../../domain/edition.ts';
import type { Refusal } from '../../../domain/errors.ts';
import type { Actor } from '../../../domain/permission.ts';
import { isSlug, isWorkType, type WorkType } from '../../../domain/work.ts';
import { placeLine } from '../../../i18n/place-names.ts';
import { describePlaces } from '../../../registry/describe-places.ts';
import { findPlaces } from '../../../registry/find-places.ts';
import { openEdition } from '../../../registry/open-edition.ts';
import { openNewWork } from '../../../registry/open-new-work.ts';
import { suggestAddress } from '../../../registry/suggest-address.ts';
import { typedText } from '../../_read-form.ts';
import { statusOf } from '../../_status-of.ts';
import type { NewWorkForm, TypedWork } from './new-work-view.ts';

type Locals = Pick<App.Locals, 'register' | 'now'>;

/** The form of a new work as it is opened: of a type, from the text of `from` or from an empty page. */
export async function showNewWork(locals: Locals, type: WorkType, from: string): Promise<NewWorkForm> {
  const template = await templateOf(locals, from);
  const typed = { type, title: '', subtype: '', steward: '', place: '', slug: '' };
  // A model of one kind makes a document of that kind.
  const subtype = template?.type === type ? template.subtype : '';
  return show(locals, { ...typed, subtype, from: template ? from : 'blank' }, '');
}

/** Does what the form of a new work asks for. Whatever is refused, what was typed comes back. */
export async function answerNewWork(
  locals: Locals,
  actor: Actor,
  form: ReadonlyMap<string, string>,
): Promise<NewWorkForm | { readonly kind: 'moved'; readonly to: string }> {
  const { register, now } = locals;
  const typed = readWork(form);
  const placeText = typedText(form, 'placeText').trim();
  const action = form.get('action') ?? 'open';
  if (action === 'find' || (action === 'enter' && placeText !== '')) return show(locals, typed, placeText);
  if (action === 'suggest' && isWorkType(typed.type)) {
    const slug = await suggestAddress(register, typed.type, typed.place);
    const noted = slug ?? typed.slug;
    return show(locals, { ...typed, slug: noted }, placeText, { slugNote: slugNote(typed.place, slug) });
  }
  const template = await templateOf(locals, typed.from);
  const opened = await openNewWork(register, actor, { ...typed, template }, now);
  if (opened.ok) return { kind: 'moved', to: addresses.draft(opened.value) };
  const status = statusOf(opened.refusal);
  return show(locals, typed, placeText, { status, refusal: atItsField(opened.refusal) });
}

const slugNote = (place: string, slug: string | null): string => {
  if (slug !== null) return 'เสนอจากชื่อภาษาอังกฤษทางการของพื้นที่ แก้ได้ก่อนเริ่มร่าง';
  return place === ''
    ? 'เลือกพื้นที่ก่อน ระบบจึงเสนอชื่อได้'
    : 'ทะเบียนยังไม่มีชื่อภาษาอังกฤษทางการของพื้นที่นี้ จึงไม่เดาให้ โปรดพิมพ์เอง';
};

function readWork(form: ReadonlyMap<string, string>): TypedWork {
  const read = (name: string) => typedText(form, name).trim();
  return {
    type: read('type'),
    from: read('from') || 'blank',
    title: read('title'),
    subtype: read('subtype'),
    steward: read('steward'),
    place: read('place'),
    slug: read('slug'),
  };
}

/** The text that a new work begins with: the current edition of a published work that still stands. */
async function templateOf({ register, now }: Locals, from: string): Promise<Manifest | null> {
  const [type = '', slug = ''] = from.split('/');
  if (!isWorkType(type) || !isSlug(slug)) return null;
  const opened = await openEdition(register, { type, slug }, 'current', now);
  return opened.ok && opened.value.withdrawal === null ? opened.value.manifest : null;
}

async function show(
  locals: Locals,
  typed: TypedWork,
  placeText: string,
  extra: Partial<Pick<NewWorkForm, 'status' | 'refusal' | 'slugNote'>> = {},
): Promise<NewWorkForm> {
  const { register } = locals;
  const chosen = (await describePlaces(register, typed.place)).flatMap(({ chain }) => (chain ? [chain] : []));
  const found = placeText === '' ? [] : await findPlaces(register, placeText);
  const chains = [...chosen, ...found.filter((chain) => chain[0]?.code !== typed.place)];
  const template = await templateOf(locals, typed.from);
  return {
    kind: 'form',
    status: 200,
    refusal: null,
    slugNote: '',
    ...extra,
    typed,
    placeText,
    places: chains.map((chain) => ({ value: chain[0]?.code ?? '', label: placeLine(chain) })),
    template: template === null ? null : { title: template.title, edition: template.edition },
  };
}

/** An address that is taken is shown at the field where another can be typed. */
const atItsField = (refusal: Refusal): Refusal =>
  refusal.code === 'work_exists'
    ? { code: 'content_invalid', problems: [{ field: 'slug', reason: 'duplicate' }] }
    : refusal;
