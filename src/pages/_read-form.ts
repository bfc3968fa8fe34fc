import { toDisplayForm } from '../thai/normal-form.ts';

/**
 * The text fields of a posted form; for a body that is no form, nothing. Of a repeated name the first
 * counts, files are left out.
 */
export async function readForm(request: Request): Promise<ReadonlyMap<string, string>> {
  const fields = new Map<string, string>();
  try {
    for (const [name, value] of await request.formData()) {
      if (typeof value === 'string' && !fields.has(name)) fields.set(name, value);
    }
  } catch (error) {
    // What cannot be read as a form throws a TypeError; anything else is a fault of ours.
    if (!(error instanceof TypeError)) throw error;
  }
  return fields;
}

/** A field as it should be stored: LF line ends, NFC, nothing invisible; empty when it is missing. */
export const typedText = (form: ReadonlyMap<string, string>, name: string): string =>
  toDisplayForm((form.get(name) ?? '').replace(/\r\n?/g, '\n'));
