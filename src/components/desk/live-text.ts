/**
 * `<live-text>` around the text of a draft shows it as readers will see it and outlines it, while it is typed. The work
 * is done in a worker; of what is typed meanwhile only the newest is looked at. Without this script the buttons do it.
 */
import { openingAt } from '../../domain/numbering/insert-provision.ts';
import type { TextAnswer, TextQuestion } from '../../writing/text-worker.ts';
import { caretLine, goToLine, replaceText } from './edit-text.ts';
import { button, element } from './make-element.ts';
import { patchHtml } from './patch-html.ts';

class LiveText extends HTMLElement {
  readonly #worker = new Worker(new URL('../../writing/text-worker.ts', import.meta.url), { type: 'module' });
  readonly #page = element('div', 'prose');
  #answer: TextAnswer | null = null;
  #asked = 0;
  #isBusy = false;

  connectedCallback(): void {
    const area = this.querySelector('textarea');
    const preview = this.querySelector<HTMLElement>('.live-text__preview');
    const outline = this.querySelector('.live-text__outline');
    if (area === null || preview === null || outline === null || this.#page.isConnected) return;
    preview.hidden = false;
    preview.querySelector('.live-text__page')?.append(this.#page);
    this.#addInsertButton(area);
    this.#worker.addEventListener('message', ({ data }: MessageEvent<TextAnswer>) => {
      this.#answer = data;
      this.#isBusy = false;
      patchHtml(this.#page, data.html);
      showOutline(outline, data.outline);
      this.dataset['shown'] = String(data.number);
      this.#describe(area);
    });
    area.addEventListener('input', () => {
      this.#asked += 1;
      this.#describe(area);
    });
    outline.addEventListener('click', (event) => this.#onClick(event, area));
    this.#asked = 1;
    this.#describe(area);
  }

  /** Asks for the newest text, when it is not shown yet and the worker is free. */
  #describe(area: HTMLTextAreaElement): void {
    if (this.#isBusy || this.#answer?.number === this.#asked) return;
    this.#isBusy = true;
    const question: TextQuestion = { number: this.#asked, body: area.value };
    this.#worker.postMessage(question);
  }

  #onClick(event: Event, area: HTMLTextAreaElement): void {
    if (!(event.target instanceof Element)) return;
    const link = event.target.closest<HTMLElement>('a[data-line]');
    const expand = event.target.closest<HTMLElement>('button[data-start]');
    if (link !== null) goToLine(area, Number(link.dataset['line']));
    else if (expand !== null) writeInFull(area, expand);
    else return;
    event.preventDefault();
  }

  #addInsertButton(area: HTMLTextAreaElement): void {
    const insert = button('แทรกข้อใหม่ตรงเคอร์เซอร์', () => {
      const at = area.value.indexOf('\n', area.selectionStart);
      const end = at < 0 ? area.value.length : at;
      const before = area.value.slice(0, end);
      const opening = openingAt(area.value, this.#answer?.parts ?? [], caretLine(area));
      const gap = before.trim() === '' ? '' : /\n[ \t]*$/.test(before) ? '\n' : '\n\n';
      replaceText(area, end, end, `${gap}${opening}`);
    });
    this.querySelector('.live-text__tools')?.append(insert);
  }
}

/** A list that was opened stays open. */
function showOutline(outline: Element, html: string): void {
  const isOpen = outline.querySelector('details')?.open === true;
  patchHtml(
    outline,
    isOpen ? html.replace('<details class="outline-short">', '<details class="outline-short" open>') : html,
  );
}

/** The list may be of a text that was changed since: then nothing is written. */
function writeInFull(area: HTMLTextAreaElement, { dataset }: HTMLElement): void {
  const { written = '', full = '' } = dataset;
  const start = Number(dataset['start']);
  if (area.value.startsWith(written, start)) replaceText(area, start, start + written.length, full);
}

if (customElements.get('live-text') === undefined) customElements.define('live-text', LiveText);
