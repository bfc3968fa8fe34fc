/**
 * Before signing out on a computer that others use too: texts that the server has are gone from this browser already;
 * when some has not arrived, its writer is told and decides. Without this script signing out just signs out.
 */
import { addresses } from '../../domain/addresses.ts';
import { isWorkType } from '../../domain/work.ts';
import type { LocalCopies, LocalCopy } from '../../writing/local-copy.ts';
import { openLocalCopies } from '../../writing/open-local-copies.ts';
import { button, element } from './make-element.ts';

const patience = 3000;
const betweenLooks = 200;

/** Watches the form that signs out `userId`. */
export function guardSignOut(form: HTMLFormElement, userId: string): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void unsentCopies(userId).then(({ copies, unsent }) => {
      if (unsent.length === 0) form.submit();
      else ask(form, copies, unsent);
    });
  });
}

/** What the server has not got, after giving the pages of drafts some time to send it. */
async function unsentCopies(userId: string) {
  const copies = openLocalCopies();
  document.dispatchEvent(new CustomEvent('drafts:flush'));
  const deadline = performance.now() + patience;
  let unsent: readonly LocalCopy[] = [];
  do {
    unsent = await copies.list(userId).catch(() => []);
    if (unsent.length > 0) await new Promise((resolve) => setTimeout(resolve, betweenLooks));
  } while (unsent.length > 0 && performance.now() < deadline && navigator.onLine);
  return { copies, unsent };
}

function ask(form: HTMLFormElement, copies: LocalCopies, unsent: readonly LocalCopy[]): void {
  const works = [...new Set(unsent.map(({ work }) => work))];
  const heading = element('h2', '', 'ยังมีข้อความที่ระบบไม่ได้รับ');
  const list = element('ul', '', ...works.map((work) => element('li', '', linkTo(work))));
  const dialog = element(
    'dialog',
    'sign-out-dialog',
    heading,
    element('p', '', 'ข้อความต่อไปนี้อยู่ในเครื่องนี้เท่านั้น ท่านจะเห็นอีกเมื่อเข้าสู่ระบบในเครื่องนี้'),
    list,
  );
  heading.id = 'sign-out-dialog-head';
  dialog.setAttribute('aria-labelledby', heading.id);
  const drop = async (): Promise<void> => {
    for (const { id } of unsent) await copies.remove(id);
    form.submit();
  };
  const stay = element('button', '', 'ยังไม่ออก กลับไปทำต่อ');
  stay.type = 'button';
  stay.addEventListener('click', () => dialog.close());
  dialog.append(
    element(
      'div',
      'draft-form__buttons',
      stay,
      button('ออกจากระบบ เก็บข้อความไว้ในเครื่องนี้', () => form.submit()),
      button('ออกจากระบบ และลบข้อความออกจากเครื่องนี้', () => void drop()),
    ),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function linkTo(work: string): HTMLAnchorElement {
  const [type = '', slug = ''] = work.split('/');
  const link = element('a', '', work);
  if (isWorkType(type)) link.href = addresses.draft({ type, slug });
  return link;
}
