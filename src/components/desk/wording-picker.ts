/** Puts what is selected in the text of a provision into the field above it. */
class WordingPicker extends HTMLElement {
  connectedCallback(): void {
    const source = this.querySelector('[data-wording-source]');
    const field = this.querySelector('textarea');
    if (!source || !field) return;
    for (const hint of this.querySelectorAll<HTMLElement>('[data-scripted]')) hint.hidden = false;
    const take = (): void => {
      const selection = document.getSelection();
      const isInside = selection?.anchorNode && source.contains(selection.anchorNode);
      const words = isInside && source.contains(selection.focusNode) ? selection.toString() : '';
      const wording = words.replace(/\s+/g, ' ').trim();
      if (wording === '' || wording === field.value) return;
      field.value = wording;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      const told = this.querySelector('[data-told]');
      if (told) told.textContent = 'ใส่ถ้อยคำที่เลือกแล้ว';
    };
    source.addEventListener('pointerup', () => setTimeout(take));
    source.addEventListener('touchend', () => setTimeout(take));
  }
}

customElements.define('wording-picker', WordingPicker);
