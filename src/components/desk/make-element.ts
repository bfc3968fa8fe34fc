/** An element with a class (which may be empty) and what stands in it. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.append(...children);
  return made;
}

/** A quiet button that sends no form. */
export function button(label: string, onClick: () => void): HTMLButtonElement {
  const made = element('button', 'button--quiet', label);
  made.type = 'button';
  made.addEventListener('click', onClick);
  return made;
}
