/**
 * `<registry-search>` turns a server-rendered search form into search inside the browser.
 *
 *   <registry-search data-base="/pagefind/">
 *     <form action="/search" method="get" role="search">
 *       <input type="search" name="q"> … <select name="type">, <select name="province"> are optional …
 *     </form>
 *     <div data-results> what the server answered, replaced by the first search in the browser </div>
 *   </registry-search>
 *
 * The address carries `q`, `type` (a code such as `charters`) and `province` (a name), and is kept up to date.
 *
 * Classes for the page's designer (nothing is styled here):
 *   .search-status            one line for people and screen readers: searching, how many, an error
 *   .search-notice            what a near answer is, before its results
 *   .search-advice            list of what to try when nothing was found
 *   .search-facets            all facets; .search-facet one of them (fieldset), __name (legend), __values (ul),
 *                             __value (button, aria-pressed), __count, __rest (details), __all (summary)
 *   .search-results           ordered list; .search-result one work, __title (h3), __facts, __type (chip),
 *                             __provenance (chip), __edition, __superseded (chip), __place, __clause,
 *                             __clause-link, __excerpt (with <mark>), __more, __why, __editions
 *   .search-more              button แสดงเพิ่มเติม
 * The element has data-state: idle, searching, results, none, refused, error.
 */

import { viewResult } from '../result-view.ts';
import type { FacetName } from '../search-record.ts';
import type { Answer } from '../search-session.ts';
import { openSession, type SearchSession } from '../search-session.ts';
import { noneAdvice, refusalSentence, rungNotice, totalSentence, unavailableSentence } from '../sentences.ts';
import { make } from './elements.ts';
import { facetGroup } from './facet-list.ts';
import { httpSource } from './http-source.ts';
import { resultItem } from './result-list.ts';
import {
  addressNames,
  addressOf,
  filtersOf,
  requestOfAddress,
  type SearchRequest,
} from './search-request.ts';

const pageSize = 10;
const sessionMilliseconds = 60_000;

export class RegistrySearch extends HTMLElement {
  #session: Promise<SearchSession> | null = null;
  #openedAt = 0;
  #latest = 0;
  readonly #status = make('p', 'search-status');
  readonly #output = make('div', '');

  connectedCallback(): void {
    this.#status.setAttribute('role', 'status');
    this.form?.addEventListener('submit', this.#onSubmit);
    this.form?.addEventListener('change', this.#onChange);
    window.addEventListener('popstate', this.#onPopState);
    this.dataset['state'] = 'idle';
    this.#onPopState();
  }

  disconnectedCallback(): void {
    this.form?.removeEventListener('submit', this.#onSubmit);
    this.form?.removeEventListener('change', this.#onChange);
    window.removeEventListener('popstate', this.#onPopState);
  }

  get form(): HTMLFormElement | null {
    return this.querySelector('form');
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.search(this.#requestOfForm());
  };

  /** A chosen type or province applies at once; typing waits for the visitor to ask. */
  readonly #onChange = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) void this.search(this.#requestOfForm());
  };

  readonly #onPopState = (): void => {
    const request = requestOfAddress();
    this.#fillForm(request);
    if (request.q !== '') void this.search(request);
  };

  /** Searches and shows the answer. Never rejects; a newer search makes an older one fall silent. */
  async search(request: SearchRequest): Promise<void> {
    this.#latest += 1;
    const ticket = this.#latest;
    history.replaceState(history.state, '', addressOf(request));
    this.#prepare();
    this.#say('searching', 'กำลังค้นหา…');
    try {
      await this.#answer(request, ticket);
    } catch {
      // Files of a generation that was deleted since this page opened it: look once more with the current one.
      this.#session = null;
      try {
        await this.#answer(request, ticket);
      } catch {
        this.#session = null;
        if (ticket !== this.#latest) return;
        this.#output.replaceChildren();
        this.#say('error', unavailableSentence);
      }
    }
  }

  async #answer(request: SearchRequest, ticket: number): Promise<void> {
    const session = await this.#currentSession();
    const result = await session.answer(request.q, filtersOf(request, session));
    if (ticket !== this.#latest) return;
    if (!result.ok) {
      this.#output.replaceChildren();
      this.#say('refused', refusalSentence(result.refusal));
      return;
    }
    await this.#show(result.value, request, session, ticket);
  }

  /** A page left open looks for a newer generation now and then; what did not change comes from the browser's cache. */
  #currentSession(): Promise<SearchSession> {
    if (this.#session === null || performance.now() - this.#openedAt > sessionMilliseconds) {
      this.#openedAt = performance.now();
      this.#session = openSession(httpSource(this.dataset['base'] ?? '/pagefind/'));
    }
    return this.#session;
  }

  async #show(answer: Answer, request: SearchRequest, session: SearchSession, ticket: number): Promise<void> {
    const list = make('ol', 'search-results');
    const content: HTMLElement[] = [];
    const notice = rungNotice(answer.rung, answer.query.typed);
    if (notice !== null && answer.groups.length > 0) content.push(make('p', 'search-notice', notice));
    const facets = this.#facets(answer, request, session);
    if (facets !== null) content.push(facets);
    if (answer.groups.length === 0) {
      content.push(make('ul', 'search-advice', ...noneAdvice.map((line) => make('li', '', line))));
    }
    await appendResults(list, answer);
    if (ticket !== this.#latest) return;
    this.#output.replaceChildren(...content, list);
    if (answer.groups.length > pageSize) this.#output.append(moreButton(list, answer));
    this.#say(
      answer.groups.length === 0 ? 'none' : 'results',
      totalSentence(answer.groups.length, answer.query.typed),
    );
  }

  #facets(answer: Answer, request: SearchRequest, session: SearchSession): HTMLElement | null {
    const choose = (name: FacetName, value: string | null): void => {
      const key = addressNames[name];
      if (key === undefined) return;
      const chosen = name === 'ประเภท' && value !== null ? session.typeCode(value) : (value ?? '');
      const next = { ...request, [key]: chosen };
      this.#fillForm(next);
      void this.search(next);
    };
    const groups = answer.facets
      .filter(({ name }) => addressNames[name] !== undefined)
      .map((facet) => facetGroup(facet, choose))
      .filter((group) => group !== null);
    return groups.length === 0 ? null : make('div', 'search-facets', ...groups);
  }

  /** Puts the status line and the output where the server's answer stood, once. */
  #prepare(): void {
    if (this.#output.isConnected) return;
    const place = this.querySelector('[data-results]');
    if (place === null) this.append(this.#status, this.#output);
    else place.replaceChildren(this.#status, this.#output);
  }

  #say(state: string, sentence: string): void {
    this.dataset['state'] = state;
    this.#output.setAttribute('aria-busy', String(state === 'searching'));
    this.#status.textContent = sentence;
  }

  #requestOfForm(): SearchRequest {
    const address = requestOfAddress();
    const data = this.form === null ? new FormData() : new FormData(this.form);
    const read = (name: keyof SearchRequest): string => {
      const value = data.get(name);
      return typeof value === 'string' ? value.trim() : address[name];
    };
    return { q: read('q'), type: read('type'), province: read('province') };
  }

  #fillForm(request: SearchRequest): void {
    for (const name of ['q', 'type', 'province'] as const) {
      const field = this.form?.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
        field.value = request[name];
    }
  }
}

async function appendResults(list: HTMLOListElement, answer: Answer): Promise<void> {
  const from = list.childElementCount;
  const views = await Promise.all(answer.groups.slice(from, from + pageSize).map(viewResult));
  list.append(...views.map(resultItem));
}

/** Shows the next results and moves the focus to the first of them, so that the keyboard goes on from there. */
function moreButton(list: HTMLOListElement, answer: Answer): HTMLButtonElement {
  const button = make('button', 'search-more', 'แสดงเพิ่มเติม');
  button.type = 'button';
  button.addEventListener('click', async () => {
    button.disabled = true;
    const first = list.childElementCount;
    try {
      await appendResults(list, answer);
      list.children.item(first)?.querySelector('a')?.focus();
    } finally {
      button.disabled = false;
    }
    if (list.childElementCount >= answer.groups.length) button.remove();
  });
  return button;
}

if (customElements.get('registry-search') === undefined) {
  customElements.define('registry-search', RegistrySearch);
}
