/** The key "/" leads to the search field, unless someone is typing. */
export function startSlashKey(find: () => HTMLInputElement | null, signal: AbortSignal): void {
  const onKey = (event: KeyboardEvent): void => {
    const isTyping =
      event.target instanceof HTMLElement &&
      event.target.matches('input, select, textarea, [contenteditable]');
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
    const field = find();
    if (field === null) return;
    event.preventDefault();
    field.focus();
    field.select();
  };
  document.addEventListener('keydown', onKey, { signal });
}
