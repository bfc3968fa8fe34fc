/**
 * `<draft-keeper>` in the form of a draft keeps what is typed: in this browser at once, on the server soon after. It
 * says where the text is, and offers what an earlier window left behind. Without this script the buttons save.
 */
import { addresses } from '../../domain/addresses.ts';
import type { DraftFields } from '../../domain/draft.ts';
import type { AutosaveAnswer } from '../../writing/autosave-answer.ts';
import { createKeeper, type Keeper } from '../../writing/keep-draft.ts';
import { keepSentence } from '../../writing/keep-sentence.ts';
import type { KeepState } from '../../writing/keep-state.ts';
import { openLocalCopies } from '../../writing/open-local-copies.ts';
import { fieldsInForm, firstFieldsOf } from './draft-form-fields.ts';
import { button, element } from './make-element.ts';
import { offerCopies } from './offer-copies.ts';
import { claimWindow, noteSubmitted } from './window-copy.ts';

/** A form of this many bytes may still be sent while the page goes (the limit of `keepalive` is 64 KiB). */
const leavingMaximum = 60_000;
const answerTimeout = 20_000;

class DraftKeeper extends HTMLElement {
  readonly #status = element('p', 'draft-keeper__state');
  readonly #more = element('p', 'draft-keeper__more');

  connectedCallback(): void {
    const form = this.closest('form');
    if (form === null || this.#status.isConnected) return;
    this.#status.setAttribute('role', 'status');
    this.#more.hidden = true;
    this.append(this.#status, this.#more);
    void this.#keep(form);
  }

  async #keep(form: HTMLFormElement): Promise<void> {
    const userId = this.dataset['user'] ?? '';
    const work = this.dataset['work'] ?? '';
    const copies = openLocalCopies();
    const versionField = fieldOf(form, 'version');
    const opened = this.#stored(form);
    const id = await claimWindow(work, { copies, userId }, this.dataset['justSaved'] !== undefined);
    const keeper = createKeeper({
      copy: { id, userId, work },
      version: Number(versionField.value),
      fields: opened,
      copies,
      send: (fields, version, isLeaving) =>
        sendForm(form, { ...fields, version: String(version) }, isLeaving),
      onState: (state) => this.#show(form, state),
      onVersion: (version) => {
        versionField.value = String(version);
      },
    });
    listen(form, keeper, work);
    await offerCopies(this, { form, keeper, copies, userId, work, ownId: id, stored: opened });
    // What came back with a preview or a refusal, or was typed before this script came, is not stored yet.
    keeper.typed(fieldsInForm(form));
    this.dataset['ready'] = 'true';
  }

  /** What the draft holds: as the form was first, unless the page says that the form came back unsaved. */
  #stored(form: HTMLFormElement): DraftFields {
    const told = this.dataset['stored'];
    return told === undefined ? firstFieldsOf(form) : (JSON.parse(told) as DraftFields);
  }

  #show(form: HTMLFormElement, state: KeepState): void {
    const sentence = keepSentence(state);
    if (this.#status.textContent !== sentence) this.#status.textContent = sentence;
    this.dataset['state'] = state.kind;
    this.#more.replaceChildren(...nextStep(form, state));
    this.#more.hidden = this.#more.childElementCount === 0;
  }
}

/** What can be done about a state, as a link or a button. */
function nextStep(form: HTMLFormElement, state: KeepState): readonly HTMLElement[] {
  switch (state.kind) {
    case 'conflict':
    case 'gone': {
      const label = state.kind === 'conflict' ? 'ดูทั้งสองชุดและรวมข้อความ' : 'ดูข้อความของฉันและเปิดร่างใหม่';
      const see = button(label, () => form.requestSubmit(submitterOf(form, 'save')));
      return [see];
    }
    case 'session_over': {
      const link = element('a', '', 'เข้าสู่ระบบในแท็บใหม่');
      link.setAttribute('href', addresses.login());
      link.setAttribute('target', '_blank');
      link.setAttribute('rel', 'noopener');
      return [link];
    }
    default:
      return [];
  }
}

const fieldOf = (form: HTMLFormElement, name: string): HTMLInputElement => {
  const field = form.elements.namedItem(name);
  if (!(field instanceof HTMLInputElement)) throw new Error(`the form of the draft has no field ${name}`);
  return field;
};

const submitterOf = (form: HTMLFormElement, action: string): HTMLButtonElement | null =>
  form.querySelector(`button[name=action][value=${action}]`);

function listen(form: HTMLFormElement, keeper: Keeper, work: string): void {
  let isSubmitting = false;
  form.addEventListener('input', () => keeper.typed(fieldsInForm(form)));
  form.addEventListener('change', () => keeper.typed(fieldsInForm(form)));
  form.addEventListener('submit', (event) => {
    if (isSubmitting) return;
    // A save that is on its way would make the form's version an old one.
    event.preventDefault();
    const { submitter } = event;
    isSubmitting = true;
    // The page that comes is another one, which could not tell the copy in this browser that it is done with.
    if (isLeavingText(submitter)) void keeper.flush();
    void keeper.settle().then(() => {
      noteSubmitted(work, keeper.copiedAt());
      form.requestSubmit(submitter instanceof HTMLElement ? submitter : null);
    });
  });
  document.addEventListener('visibilitychange', () => {
    if (!isSubmitting) void keeper.flush(document.visibilityState === 'hidden');
  });
  window.addEventListener('online', () => void keeper.flush());
  document.addEventListener('drafts:flush', () => void keeper.flush());
  window.addEventListener('beforeunload', (event) => {
    if (!isSubmitting && !keeper.isSafe()) event.preventDefault();
  });
}

const isLeavingText = (submitter: HTMLElement | null): boolean =>
  submitter instanceof HTMLButtonElement && submitter.value === 'save_and_review';

async function sendForm(
  form: HTMLFormElement,
  fields: Readonly<Record<string, string>>,
  isLeaving: boolean,
): Promise<AutosaveAnswer> {
  const body = new FormData();
  const user = fieldOf(form, 'user').value;
  for (const [name, text] of Object.entries({ ...fields, user, action: 'autosave' })) body.set(name, text);
  const bytes = new Blob(Object.values(fields)).size;
  // Not `form.action`: the buttons are controls of that name.
  const response = await fetch(form.getAttribute('action') ?? '', {
    method: 'POST',
    body,
    keepalive: isLeaving && bytes < leavingMaximum,
    signal: AbortSignal.timeout(answerTimeout),
    headers: { Accept: 'application/json' },
  });
  if (!response.headers.get('Content-Type')?.startsWith('application/json')) {
    throw new Error(`an autosave was answered with ${response.status}`);
  }
  return (await response.json()) as AutosaveAnswer;
}

if (customElements.get('draft-keeper') === undefined) customElements.define('draft-keeper', DraftKeeper);
