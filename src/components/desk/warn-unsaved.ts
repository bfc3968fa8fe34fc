/** Before leaving a draft's form with text that is not saved, the browser asks. Without scripts nothing changes. */
const form = document.querySelector<HTMLFormElement>('form[data-has-unsaved]');
if (form) {
  let hasUnsaved = form.dataset['hasUnsaved'] === 'true';
  form.addEventListener('input', () => {
    hasUnsaved = true;
  });
  form.addEventListener('submit', () => {
    hasUnsaved = false;
  });
  window.addEventListener('beforeunload', (event) => {
    if (hasUnsaved) event.preventDefault();
  });
}

export {};
