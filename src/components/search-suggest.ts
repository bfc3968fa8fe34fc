/**
 * `<search-suggest>` around the input of a search form offers pages whose names are being typed: a combobox with a
 * list of links, after the WAI-ARIA Authoring Practices (combobox with list autocomplete and manual selection). Enter
 * without a choice searches as the form always does; without this script the input is an input.
 */
import { addresses } from '../domain/addresses.ts';
import { beginsName, toNameKey } from '../thai/name-key.ts';

type Suggestion = {
  readonly group: string;
  readonly label: string;
  readonly detail: string;
  readonly href: string;
};

const debounceMilliseconds = 150;

export class SearchSuggest extends HTMLElement {
  readonly #list = make('div', 'suggest__list');
  readonly #status = make('span', 'visually-hidden');
  readonly #known = new Map<string, readonly Suggestion[]>();
  #options: readonly HTMLElement[] = [];
  #active = -1;
  #timer = 0;
  #asking = new AbortController();

  connectedCallback(): void {
    const { input } = this;
    if (input === null || this.#list.isConnected) return;
    this.#list.id = `${input.id}-suggestions`;
    this.#list.hidden = true;
    setAttributes(this.#list, { role: 'listbox', 'aria-label': 'หน้าที่ชื่อตรงกับที่พิมพ์' });
    setAttributes(this.#status, { role: 'status' });
    setAttributes(input, {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': this.#list.id,
    });
    this.append(this.#list, this.#status);
    input.addEventListener('input', this.#onInput);
    input.addEventListener('keydown', this.#onKey);
    input.addEventListener('blur', () => this.#close());
    input.form?.addEventListener('submit', () => this.#close());
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#list.addEventListener('click', this.#onClick);
    if (input.value !== input.defaultValue) this.#onInput();
  }

  get input(): HTMLInputElement | null {
    return this.querySelector('input');
  }

  readonly #onInput = (): void => {
    window.clearTimeout(this.#timer);
    this.#asking.abort();
    const typed = this.input?.value.trim() ?? '';
    if (!beginsName(toNameKey(typed))) this.#close();
    else this.#timer = window.setTimeout(() => void this.#suggest(typed), debounceMilliseconds);
  };

  async #suggest(typed: string): Promise<void> {
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    try {
      const suggestions = this.#known.get(typed) ?? (await ask(typed, signal));
      this.#known.set(typed, suggestions);
      if (!signal.aborted && document.activeElement === this.input) this.#show(suggestions);
    } catch {
      // An offer that does not come leaves the form as it is.
      if (!signal.aborted) this.#close();
    }
  }

  #show(suggestions: readonly Suggestion[]): void {
    this.#active = -1;
    this.input?.removeAttribute('aria-activedescendant');
    this.#options = suggestions.map((suggestion, index) => optionOf(suggestion, `${this.#list.id}-${index}`));
    this.#list.replaceChildren(...groupsOf(suggestions, this.#options, this.#list.id));
    this.#list.hidden = suggestions.length === 0;
    this.input?.setAttribute('aria-expanded', String(suggestions.length > 0));
    this.#status.textContent =
      suggestions.length === 0
        ? ''
        : `มี ${suggestions.length.toLocaleString('th-TH')} หน้าที่ชื่อตรงกับที่พิมพ์ ใช้ลูกศรขึ้นลงเพื่อเลือก`;
  }

  #close(): void {
    window.clearTimeout(this.#timer);
    this.#asking.abort();
    if (!this.#list.hidden || this.#options.length > 0) this.#show([]);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || this.#list.hidden) return;
    if (event.key === 'ArrowDown') this.#activate(this.#active + 1);
    else if (event.key === 'ArrowUp') this.#activate(this.#active - 1);
    else if (event.key === 'Escape') this.#close();
    else if (event.key === 'Enter' && this.#active >= 0) this.#follow(this.#options[this.#active]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Past either end the input itself is reached again. */
  #activate(index: number): void {
    const places = this.#options.length + 1;
    this.#active = ((index + 1 + places) % places) - 1;
    for (const [at, option] of this.#options.entries()) {
      option.setAttribute('aria-selected', String(at === this.#active));
    }
    const option = this.#options[this.#active];
    if (option === undefined) {
      this.input?.removeAttribute('aria-activedescendant');
    } else {
      this.input?.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }
  }

  readonly #onClick = (event: Event): void => {
    const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    if (option instanceof HTMLElement) this.#follow(option);
  };

  #follow(option: HTMLElement | undefined): void {
    const href = option?.dataset['href'] ?? '';
    if (/^\/(?![/\\])/.test(href)) location.assign(href);
  }
}

async function ask(typed: string, signal: AbortSignal): Promise<readonly Suggestion[]> {
  const response = await fetch(addresses.suggest(typed), { signal, credentials: 'omit' });
  if (!response.ok) throw new Error(`suggestions answered ${response.status}`);
  return ((await response.json()) as { readonly suggestions: readonly Suggestion[] }).suggestions;
}

function optionOf({ label, detail, href }: Suggestion, id: string): HTMLElement {
  const option = make('div', 'suggest__option', make('span', 'suggest__label', label));
  if (detail !== '') option.append(make('span', 'suggest__detail', detail));
  option.id = id;
  option.dataset['href'] = href;
  setAttributes(option, { role: 'option', 'aria-selected': 'false' });
  return option;
}

/** The options under the name of their kind, in the order in which they came. */
function groupsOf(
  suggestions: readonly Suggestion[],
  options: readonly HTMLElement[],
  id: string,
): readonly HTMLElement[] {
  const groups = new Map<string, HTMLElement>();
  for (const [index, { group: name }] of suggestions.entries()) {
    const option = options[index];
    const group = groups.get(name) ?? groupOf(name, `${id}-group-${groups.size}`);
    groups.set(name, group);
    if (option !== undefined) group.append(option);
  }
  return [...groups.values()];
}

function groupOf(name: string, id: string): HTMLElement {
  const heading = make('div', 'suggest__group', name);
  heading.id = id;
  heading.setAttribute('role', 'presentation');
  const group = make('div', '', heading);
  setAttributes(group, { role: 'group', 'aria-labelledby': id });
  return group;
}

function make(tag: 'div' | 'span', className: string, ...children: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...children);
  return element;
}

function setAttributes(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}

if (customElements.get('search-suggest') === undefined) {
  customElements.define('search-suggest', SearchSuggest);
}
