import { type DraftFields, draftFieldNames } from '../../domain/draft.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const controlOf = (form: HTMLFormElement, name: string): Control | null => {
  const control = form.elements.namedItem(name);
  const isControl =
    control instanceof HTMLInputElement ||
    control instanceof HTMLTextAreaElement ||
    control instanceof HTMLSelectElement;
  return isControl ? control : null;
};

/** What the form of a draft says now. */
export const fieldsInForm = (form: HTMLFormElement): DraftFields =>
  Object.fromEntries(
    draftFieldNames.map((name) => [name, controlOf(form, name)?.value ?? '']),
  ) as DraftFields;

/** What the form said when the page came, whatever was typed since. */
export const firstFieldsOf = (form: HTMLFormElement): DraftFields =>
  Object.fromEntries(
    draftFieldNames.map((name) => [name, firstValueOf(controlOf(form, name))]),
  ) as DraftFields;

function firstValueOf(control: Control | null): string {
  if (!(control instanceof HTMLSelectElement)) return control?.defaultValue ?? '';
  const options = [...control.options];
  return (options.find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value ?? '';
}

/** Puts texts into the form, as if they had been typed. */
export function setFormFields(form: HTMLFormElement, fields: DraftFields): void {
  for (const name of draftFieldNames) {
    const control = controlOf(form, name);
    if (control !== null && control.value !== fields[name]) {
      control.value = fields[name];
      control.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
}
