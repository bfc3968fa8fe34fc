import { writeEditionFile } from '../archive/edition-file.ts';
import type { EditionFormat } from './edition-export.ts';

/** The archive file of the edition, byte for byte what `registry export` writes. */
export const editionMd: EditionFormat = {
  extension: 'md',
  contentType: 'text/markdown; charset=utf-8',
  write: ({ manifest, publishedAt }) => writeEditionFile({ manifest, publishedAt }),
};
