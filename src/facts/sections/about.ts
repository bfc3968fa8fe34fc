import { documentType } from '../../catalogue/index.ts';
import { evidenceLevels, provenances, textRights } from '../../domain/edition.ts';
import type { Section } from '../section.ts';
import { choice, text } from '../shape.ts';

/** Names and kind of the document. Nobody makes a record a test record by choosing from a list. */
export const about: Section = {
  key: 'about',
  fields: ({ type, provenance, legalNature }) => {
    const { subtypes, legalNatures } = documentType(type);
    return [
      { ...text('title'), key: 'title', isRequired: true },
      { ...text('titleEn'), key: 'titleEn' },
      { key: 'aliases', shape: { kind: 'lines' } },
      {
        key: 'subtype',
        shape: {
          kind: 'choice',
          options: Object.entries(subtypes).map(([value, label]) => ({ value, label })),
        },
        isRequired: true,
      },
      { ...choice('legalNature', [...new Set([...legalNatures, legalNature])]), key: 'legalNature' },
      { key: 'label', shape: { kind: 'fact', of: { kind: 'text' } } },
      { ...choice('evidenceLevel', evidenceLevels, true), key: 'evidenceLevel' },
      { ...choice('textRights', textRights), key: 'textRights' },
      {
        ...choice(
          'provenance',
          provenances.filter((one) => one !== 'test' || provenance === 'test'),
        ),
        key: 'provenance',
      },
    ];
  },
};
