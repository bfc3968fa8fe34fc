import { formOf } from '../../../facts/apply-section.ts';
import { sections } from '../../../facts/sections/index.ts';
import { type ToldField, tellForm } from '../../../facts/tell-form.ts';
import type { FactsPage } from '../../../registry/open-facts.ts';
import { choicesOf } from './choices-of.ts';

/** What every section of a draft's facts says, in words. */
export async function tellSections(
  locals: Pick<App.Locals, 'register'>,
  page: FactsPage,
): Promise<readonly { readonly key: string; readonly told: readonly ToldField[] }[]> {
  const { content } = page.draft;
  const fields = sections.flatMap((section) => section.fields(content));
  const typed = new Map(sections.flatMap((section) => [...formOf(section, content)]));
  const choices = await choicesOf(locals, page, fields, typed);
  return sections.map((section) => ({
    key: section.key,
    told: tellForm(section.fields(content), typed, choices),
  }));
}
