/**
 * `<registry-search>` turns a search page of the server into search inside the browser. What the server answered stays
 * until the visitor searches again; from then on the same markup is made here, from the index files.
 *
 *   <registry-search data-base="/pagefind/" data-state="results">
 *     <form action="/search" method="get" role="search"> input q, checkbox older, [data-kept] the choices </form>
 *     <p data-status role="status"> how many were found </p>
 *     <div data-results> the answer (answer-markup.ts) </div>
 *   </registry-search>
 *
 * Without `data-base` the register is too large for a browser, and the server goes on answering.
 * Links of an answer lead to whoever made it, so that its pages fit together: those of the server's answer to the
 * server, those of an answer made here to here. Back and forward search again. Should the index be out of reach, the
 * server is asked: the address says everything.
 *
 * data-state: idle, searching, results, none, refused, error. Without it the server has not answered, and the address is
 * searched for at once.
 */

import { answerMarkup, keptMarkup } from '../answer-markup.ts';
import { type AnswerView, viewAnswer } from '../answer-view.ts';
import { addressOf, filtersOf, requestOf, type SearchRequest } from '../search-request.ts';
import { openSession, type SearchSession } from '../search-session.ts';
import { refusalSentence, unavailableSentence } from '../sentences.ts';
import { httpSource } from './http-source.ts';
import { markOnArrival } from './mark-on-arrival.ts';
import { toNodes } from './markup-nodes.ts';
import { startSlashKey } from './slash-key.ts';

const sessionMilliseconds = 60_000;

export class RegistrySearch extends HTMLElement {
  #session: Promise<SearchSession> | null = null;
  #openedAt = 0;
  #latest = 0;
  #hasServer = false;
  /** Whether the answer in sight was made here: its pages and choices are then, too. */
  #isOurs = false;
  #stop = new AbortController();

  connectedCallback(): void {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    startSlashKey(() => this.form?.querySelector('input[name=q]') ?? null, signal);
    this.addEventListener('click', this.#onClick, { signal });
    if (this.dataset['base'] === undefined) return;
    this.form?.addEventListener('submit', this.#onSubmit, { signal });
    this.form?.addEventListener('change', this.#onChange, { signal });
    this.form?.addEventListener('focusin', this.#onFocus, { signal, once: true });
    window.addEventListener('popstate', this.#onPopState, { signal });
    this.#hasServer = this.dataset['state'] !== undefined;
    if (!this.#hasServer) this.#onPopState();
  }

  disconnectedCallback(): void {
    this.#stop.abort();
  }

  get form(): HTMLFormElement | null {
    return this.querySelector('form');
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    this.#go(this.#requestOfForm());
  };

  /** Older editions are shown or left out at once; typing waits for the visitor to ask. */
  readonly #onChange = (event: Event): void => {
    const request = this.#requestOfForm();
    const isBox = event.target instanceof HTMLInputElement && event.target.type === 'checkbox';
    if (isBox && request.q !== '') this.#go(request);
  };

  /** A hand on the field will search soon: the parts every search needs are asked for meanwhile. */
  readonly #onFocus = (): void => {
    this.#currentSession().catch(() => undefined);
  };

  readonly #onClick = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || event.defaultPrevented || !isPlainClick(event)) return;
    const isSearch = link.pathname === location.pathname && link.getAttribute('href')?.startsWith('/');
    if (isSearch === true && this.#isOurs) {
      event.preventDefault();
      this.#go(requestOf(new URLSearchParams(link.search)));
    } else {
      markOnArrival(link);
    }
  };

  readonly #onPopState = (): void => {
    const request = requestOf(new URLSearchParams(location.search));
    void this.search(request);
  };

  #go(request: SearchRequest): void {
    const address = addressOf(request);
    if (address !== location.pathname + location.search) history.pushState(null, '', address);
    void this.search(request).then(() => this.#showTop());
  }

  /** Searches and shows the answer. Never rejects; a newer search makes an older one fall silent. */
  async search(request: SearchRequest): Promise<void> {
    this.#latest += 1;
    this.#isOurs = true;
    const ticket = this.#latest;
    this.#fillForm(request);
    if (request.q === '') return this.#show('idle', '', null);
    this.#show('searching', 'กำลังค้นหา…', null);
    try {
      await this.#answer(request, ticket);
    } catch {
      // Files of a generation that was deleted since this page opened it: look once more with the current one.
      this.#session = null;
      try {
        await this.#answer(request, ticket);
      } catch {
        this.#session = null;
        if (ticket === this.#latest) this.#askServer(request);
      }
    }
  }

  /** A page that the server left without an answer would only come back the same. */
  #askServer(request: SearchRequest): void {
    if (this.#hasServer) location.assign(addressOf(request));
    else this.#show('error', unavailableSentence, null);
  }

  async #answer(request: SearchRequest, ticket: number): Promise<void> {
    const [session, { findDirectAnswers }] = await Promise.all([
      this.#currentSession(),
      import('../direct-answers.ts'),
    ]);
    const result = await session.answer(request.q, filtersOf(request, session.types));
    if (!result.ok) {
      if (ticket === this.#latest) this.#show('refused', refusalSentence(result.refusal), null);
      return;
    }
    const view = await viewAnswer(result.value, request, session.types, findDirectAnswers(request.q));
    if (ticket === this.#latest) this.#show(view.works === 0 ? 'none' : 'results', view.status, view);
  }

  /** A page left open looks for a newer generation now and then; what did not change comes from the browser's cache. */
  #currentSession(): Promise<SearchSession> {
    if (this.#session === null || performance.now() - this.#openedAt > sessionMilliseconds) {
      this.#openedAt = performance.now();
      this.#session = openSession(httpSource(this.dataset['base'] ?? '/pagefind/'));
    }
    return this.#session;
  }

  /** While searching, the answer before stays in sight. */
  #show(state: string, sentence: string, view: AnswerView | null): void {
    const results = this.querySelector('[data-results]');
    const status = this.querySelector('[data-status]');
    this.dataset['state'] = state;
    if (status !== null) status.textContent = sentence;
    results?.setAttribute('aria-busy', String(state === 'searching'));
    if (state !== 'searching')
      results?.replaceChildren(...(view === null ? [] : toNodes(answerMarkup(view))));
  }

  /** After a choice or a page turned, the reader and the keyboard go on from the beginning of the answer. */
  #showTop(): void {
    const status = this.querySelector<HTMLElement>('[data-status]');
    if (status === null || this.form?.contains(document.activeElement) === true) return;
    status.tabIndex = -1;
    status.focus({ preventScroll: true });
    if (status.getBoundingClientRect().top < 0) status.scrollIntoView();
  }

  #requestOfForm(): SearchRequest {
    const data = this.form === null ? new FormData() : new FormData(this.form);
    const pairs = [...data].map(([name, value]) => [name, typeof value === 'string' ? value : '']);
    return requestOf(new URLSearchParams(pairs));
  }

  #fillForm(request: SearchRequest): void {
    const field = this.form?.elements.namedItem('q');
    const older = this.form?.elements.namedItem('older');
    if (field instanceof HTMLInputElement) field.value = request.q;
    if (older instanceof HTMLInputElement) older.checked = request.showsOlder;
    this.form?.querySelector('[data-kept]')?.replaceChildren(...toNodes(keptMarkup(request)));
  }
}

function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}

if (customElements.get('registry-search') === undefined) {
  customElements.define('registry-search', RegistrySearch);
}
