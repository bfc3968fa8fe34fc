import { editionBib } from './edition-bib.ts';
import { editionCsl } from './edition-csl.ts';
import type { EditionFormat } from './edition-export.ts';
import { editionJson } from './edition-json.ts';
import { editionMd } from './edition-md.ts';
import { editionRis } from './edition-ris.ts';
import { editionTxt } from './edition-txt.ts';

/** Every form in which an edition can be taken away. */
export const editionFormats: readonly EditionFormat[] = [
  editionJson,
  editionMd,
  editionTxt,
  editionBib,
  editionRis,
  editionCsl,
];

/** The format of an extension; undefined when there is none. */
export const editionFormat = (extension: string): EditionFormat | undefined =>
  editionFormats.find((format) => format.extension === extension);
