import type { DraftFields } from '../../domain/draft.ts';
import { fieldLabels } from '../../i18n/desk-fields.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import { formatInstant } from '../../thai/format-date.ts';
import { changedLines } from '../../writing/changed-lines.ts';
import type { Keeper } from '../../writing/keep-draft.ts';
import { judgeCopy, type LocalCopies, type LocalCopy } from '../../writing/local-copy.ts';
import { fieldsInForm, setFormFields } from './draft-form-fields.ts';
import { button, element } from './make-element.ts';
import { copiesInUse } from './window-copy.ts';

type Offer = {
  readonly form: HTMLFormElement;
  readonly keeper: Keeper;
  readonly copies: LocalCopies;
  readonly userId: string;
  readonly work: string;
  /** The copy of this window. */
  readonly ownId: string;
  /** What the draft holds at the version of the form. */
  readonly stored: DraftFields;
};

/**
 * Shows every text of this person and work that an earlier window left in this browser and that the server does not
 * have, with what differs, to be used or thrown away. Nothing is used or thrown away by itself.
 */
export async function offerCopies(host: HTMLElement, offer: Offer): Promise<void> {
  const { copies, userId, work, ownId } = offer;
  const server = { version: Number(versionIn(offer.form)), fields: offer.stored };
  const inUse = await copiesInUse();
  const all = await copies.list(userId).catch(() => []);
  const boxes: HTMLElement[] = [];
  for (const copy of all) {
    if (copy.work !== work || (inUse.has(copy.id) && copy.id !== ownId)) continue;
    const found = judgeCopy(copy, server);
    const isShown = judgeCopy(copy, { ...server, fields: fieldsInForm(offer.form) }).kind === 'stored';
    if (found.kind === 'stored') await copies.remove(copy.id);
    else if (!isShown) boxes.push(await setApart(copy, found.version, offer));
  }
  if (boxes.length > 1) boxes.forEach(numberBox);
  host.after(...boxes);
}

/** Gives each of several offers a heading of its own, by which a screen reader tells them apart. */
function numberBox(box: HTMLElement, index: number, { length }: readonly HTMLElement[]): void {
  box.querySelector('h2')?.append(` (${formatNumber(index + 1)} จาก ${formatNumber(length)})`);
}

const versionIn = (form: HTMLFormElement): string => {
  const field = form.elements.namedItem('version');
  return field instanceof HTMLInputElement ? field.value : '';
};

/** A copy under a name of its own, so that what this window keeps does not take its place. */
async function setApart(copy: LocalCopy, version: number, offer: Offer): Promise<HTMLElement> {
  const apart = copy.id === offer.ownId ? { ...copy, id: `${copy.id}.${copy.at}` } : copy;
  if (apart !== copy) {
    await offer.copies.put(apart);
    await offer.copies.remove(copy.id);
  }
  return offerOf(apart, version, offer);
}

function offerOf(copy: LocalCopy, version: number, { form, keeper, copies, stored }: Offer): HTMLElement {
  const heading = element('h2', '', 'พบข้อความที่ยังไม่ได้ส่ง');
  const when = formatInstant(new Date(copy.at).toISOString());
  const about = element('p', '', `ท่านพิมพ์ไว้ในเครื่องนี้เมื่อ ${when} และระบบยังไม่มีข้อความนี้`);
  const box = element(
    'section',
    'notice draft-keeper__found',
    heading,
    about,
    differenceOf(stored, copy.fields),
  );
  heading.id = `found-${copy.id}`;
  box.setAttribute('aria-labelledby', heading.id);
  const done = async (): Promise<void> => {
    box.remove();
    await copies.remove(copy.id);
  };
  const use = button('ใช้ข้อความนี้', () => {
    keeper.rebase(version);
    setFormFields(form, copy.fields);
    void keeper.flush().then(() => (keeper.isSafe() ? done() : box.remove()));
  });
  const drop = button('ทิ้งข้อความนี้', () => void done());
  box.append(element('div', 'draft-form__buttons', use, drop));
  return box;
}

/** What differs, field by field: first what the server has, then what was typed. */
function differenceOf(stored: DraftFields, typed: DraftFields): HTMLElement {
  const list = element('dl', 'draft-keeper__difference');
  for (const [name, text] of Object.entries(stored)) {
    const changed = changedLines(text.trimEnd(), typed[name as keyof DraftFields].trimEnd());
    if (changed === null) continue;
    list.append(element('dt', '', fieldLabels[name] ?? name));
    if (changed.before.length > 0) list.append(side('ในระบบ', 'del', changed.before));
    if (changed.after.length > 0) list.append(side('ที่พิมพ์ไว้', 'ins', changed.after));
  }
  return list;
}

function side(label: string, tag: 'del' | 'ins', lines: readonly string[]): HTMLElement {
  const text = element(tag, '', lines.join('\n') || '(ว่าง)');
  return element('dd', '', element('span', 'soft', `${label}: `), text);
}
