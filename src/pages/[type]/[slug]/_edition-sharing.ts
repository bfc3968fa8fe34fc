import type { EditionSharing } from '../../../components/edition-view.ts';
import { addresses } from '../../../domain/addresses.ts';
import { thaiCitation } from '../../../exports/citation.ts';
import type { EditionExport } from '../../../exports/edition-export.ts';
import { editionFormats } from '../../../exports/index.ts';
import { editionJsonLd, jsonForScript } from '../../../exports/json-ld.ts';

const citing: Readonly<Record<string, string>> = { bib: 'BibTeX', ris: 'RIS', 'csl.json': 'CSL-JSON' };
const reading: Readonly<Record<string, string>> = { json: 'JSON', md: 'Markdown', txt: 'ข้อความล้วน' };

/** How the page of an edition lets itself be cited, taken away and shared. */
export function editionSharing(edition: EditionExport): EditionSharing {
  const { manifest } = edition;
  const hrefOf = (extension: string) => addresses.editionFile(manifest, manifest.edition, extension);
  return {
    citation: thaiCitation(edition),
    forms: editionFormats.flatMap(({ extension, write }) => {
      const label = citing[extension];
      if (label === undefined) return [];
      const id = extension.replace('.', '-');
      return [{ id, label, text: write(edition).trimEnd(), href: hrefOf(extension) }];
    }),
    files: editionFormats.flatMap(({ extension, contentType }) => {
      const label = reading[extension];
      if (label === undefined) return [];
      return [{ label, href: hrefOf(extension), contentType: contentType.split(';')[0] ?? '' }];
    }),
    jsonLd: jsonForScript(editionJsonLd(edition)),
  };
}
