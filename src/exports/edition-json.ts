import { addresses } from '../domain/addresses.ts';
import { attachmentsOf } from '../domain/attachment.ts';
import { type EditionExport, type EditionFormat, permanentAddress } from './edition-export.ts';

/** What `.json` of an edition holds. `sha256` is that of the canonical JSON (RFC 8785) of `manifest`; `files` says where its files are. */
export function editionDocument(edition: EditionExport) {
  const { manifest, sha256, publishedAt, provisions } = edition;
  const address = permanentAddress(edition);
  const files = attachmentsOf(manifest).map(({ sha256: hash, name }) => ({
    sha256: hash,
    address: new URL(addresses.file({ sha256: hash, name }), edition.origin).href,
  }));
  return {
    address,
    work: new URL(addresses.work(manifest), edition.origin).href,
    sha256,
    publishedAt,
    manifest,
    ...(files.length > 0 && { files }),
    provisions: provisions.map((provision) => ({ ...provision, address: `${address}#${provision.eid}` })),
  };
}

/** The manifest with its provisions, each under its own address. */
export const editionJson: EditionFormat = {
  extension: 'json',
  contentType: 'application/json; charset=utf-8',
  write: (edition) => `${JSON.stringify(editionDocument(edition), null, 2)}\n`,
};
