import { addresses } from '../domain/addresses.ts';
import { isDraftField } from '../domain/draft.ts';
import type { Manifest } from '../domain/edition.ts';
import { sections } from './sections/index.ts';

/**
 * Where at the desk the part of a draft is put right that a path names.
 * @param path a dotted path of the manifest, such as `parties.2.organisation`
 */
export function addressToFix(content: Manifest, path: string): string {
  const [key = ''] = path.split('.');
  if (key === 'attachments') return addresses.draftSection(content, 'files');
  const section = sections.find(({ fields }) => fields(content).some((field) => field.key === key));
  if (section) return addresses.factsSection(content, section.key);
  return addresses.draft(content, isDraftField(key) ? `field-${key}` : undefined);
}
