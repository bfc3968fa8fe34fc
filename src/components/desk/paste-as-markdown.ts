/**
 * `<paste-as-markdown data-to="…">` in the form of a draft: text with a form of its own that is pasted into the body (from
 * Word, a web page, a mail) is sent there, and comes back as Markdown at the caret, with what was left out. It can be
 * undone like any typing. Without this script, and when the answer does not come, the plain words are pasted.
 */
import { button, element } from './make-element.ts';

type PasteAnswer =
  | { readonly markdown: string; readonly notes: readonly string[] }
  | { readonly problem: string };

const answerTimeout = 12_000;
/** More than this is a file: the import page takes it. */
const longest = 500_000;

class PasteAsMarkdown extends HTMLElement {
  readonly #status = element('div', 'paste-report');
  #isBusy = false;

  connectedCallback(): void {
    const body = this.closest('form')?.querySelector<HTMLTextAreaElement>('textarea[name="body"]');
    const to = this.dataset['to'];
    if (!body || to === undefined || this.#status.isConnected) return;
    this.#status.setAttribute('role', 'status');
    this.append(this.#status);
    body.addEventListener('paste', (event) => {
      const html = event.clipboardData?.getData('text/html') ?? '';
      const plain = event.clipboardData?.getData('text/plain') ?? '';
      const light = withoutWeight(html);
      if (this.#isBusy || !hasForm(light) || light.length > longest) return;
      event.preventDefault();
      void this.#convert(body, to, light, plain);
    });
  }

  async #convert(body: HTMLTextAreaElement, to: string, html: string, plain: string): Promise<void> {
    this.#isBusy = true;
    this.#say('กำลังแปลงข้อความที่วาง…');
    const answer = await ask(to, html);
    this.#isBusy = false;
    if ('problem' in answer) {
      insert(body, plain);
      this.#say(`${answer.problem} จึงวางเป็นข้อความธรรมดา`);
      return;
    }
    insert(body, apart(body, answer.markdown));
    this.#report(answer.notes);
  }

  #say(sentence: string): void {
    this.#status.replaceChildren(element('p', '', sentence));
  }

  #report(notes: readonly string[]): void {
    if (notes.length === 0) {
      this.#say('วางข้อความพร้อมหัวข้อ รายการ และตารางแล้ว');
      return;
    }
    const list = element('ul', 'import-notes', ...notes.map((note) => element('li', '', note)));
    const close = button('รับทราบ', () => this.#status.replaceChildren());
    this.#status.replaceChildren(element('p', '', 'วางข้อความแล้ว สิ่งที่ตัดออกหรือเปลี่ยน'), list, close);
  }
}

/** Pictures inside the text and Word's own styles weigh much and say nothing. */
const withoutWeight = (html: string): string =>
  html
    .replace(/<style[\s\S]*?<\/style>/gi, '')
    .replace(/<xml[\s\S]*?<\/xml>/gi, '')
    .replace(/\ssrc="data:[^"]*"/gi, '');

/** Words with nothing but a frame around them are best pasted by the browser. */
const hasForm = (html: string): boolean =>
  /<(?:p|li|table|h[1-6]|b|strong|i|em|a|br|ul|ol)[\s>]/i.test(
    html.replace(/<(?:meta|html|body)[^>]*>/gi, ''),
  );

async function ask(to: string, html: string): Promise<PasteAnswer> {
  try {
    const response = await fetch(to, {
      method: 'POST',
      body: new URLSearchParams({ html }),
      signal: AbortSignal.timeout(answerTimeout),
    });
    if (response.headers.get('content-type')?.startsWith('application/json')) {
      return (await response.json()) as PasteAnswer;
    }
  } catch {
    // No line to the server, or it took too long: the words themselves are at hand.
  }
  return { problem: 'ขณะนี้แปลงข้อความที่วางไม่ได้' };
}

/** A heading, list or table, and text of several paragraphs, stands apart from the words before and after it. */
function apart(body: HTMLTextAreaElement, markdown: string): string {
  const isBlock = /\n\n/.test(markdown) || /^(?:#|\||- |\d+[.)] |> )/.test(markdown);
  if (!isBlock) return markdown;
  const before = body.value.slice(0, body.selectionStart);
  const after = body.value.slice(body.selectionEnd);
  const head = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const tail = after === '' || after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n';
  return head + markdown + tail;
}

/** At the caret, as if it had been typed: the browser's undo takes it away, and the form knows that it changed. */
function insert(body: HTMLTextAreaElement, text: string): void {
  body.focus();
  // The one way that keeps a text area's undo; it is old, and every browser has it.
  if (document.execCommand('insertText', false, text)) return;
  body.setRangeText(text, body.selectionStart, body.selectionEnd, 'end');
  body.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

customElements.define('paste-as-markdown', PasteAsMarkdown);
