import { documentType } from '../../../../catalogue/index.ts';
import { type ComparisonField, describeFields } from '../../../../i18n/comparison-fields.ts';
import { placeLine } from '../../../../i18n/place-names.ts';
import type { ComparisonPage } from '../../../../registry/steps/describe-comparison.ts';

/** What changed beside the text, with the names that the register and the catalogue know. */
export function nameFields(page: ComparisonPage): readonly ComparisonField[] {
  const { fields, subtypes, adoptedLabel } = documentType(page.work.type);
  return describeFields(page.difference.manifest, {
    place: (code) => {
      const chain = page.places.get(code);
      return chain ? placeLine(chain) : code;
    },
    organisation: (slug) => page.organisations.get(slug)?.name ?? slug,
    topic: (topic) => page.topics.find((one) => one.topic === topic)?.label ?? topic,
    field: (key) => fields.find((one) => one.key === key) ?? { key, label: key },
    subtype: (key) => subtypes[key] ?? key,
    target: (target) => page.targets.get(target) ?? target,
    adoptedLabel,
  });
}
