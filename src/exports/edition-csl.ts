import { citationOf, registerName } from './citation.ts';
import type { EditionFormat } from './edition-export.ts';

/** CSL-JSON (CSL 1.0.2), an array of one item, for reference managers. */
export const editionCsl: EditionFormat = {
  extension: 'csl.json',
  contentType: 'application/vnd.citationstyles.csl+json; charset=utf-8',
  write: (edition) => {
    const citation = citationOf(edition);
    const item = {
      id: citation.id,
      type: 'document',
      title: citation.title,
      edition: citation.edition,
      ...(citation.issued === null ? {} : { issued: { 'date-parts': citation.issued } }),
      'available-date': { 'date-parts': [citation.registeredOn] },
      publisher: registerName,
      version: String(citation.number),
      language: 'th-TH',
      URL: citation.address,
      note: `SHA-256 ${citation.sha256}`,
    };
    return `${JSON.stringify([item], null, 2)}\n`;
  },
};
