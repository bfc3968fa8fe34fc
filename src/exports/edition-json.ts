import { z } from 'zod';
import { hashShape, manifestShapes } from '../catalogue/manifest-schema.ts';
import { addresses } from '../domain/addresses.ts';
import { attachmentsOf } from '../domain/attachment.ts';
import type { Manifest } from '../domain/edition.ts';
import type { Provision } from '../domain/provision.ts';
import { type EditionExport, type EditionFormat, permanentAddress } from './edition-export.ts';

const provisionFields = {
  eid: z.string().regex(/^[a-z0-9-]+$/),
  kind: z.enum(['chapter', 'part', 'clause', 'paragraph', 'heading']),
  label: z.string().describe('As printed; วรรค 2 for a paragraph, which prints none'),
  number: z.string().nullable().describe('In Arabic digits as printed'),
  heading: z.string().nullable().describe('The words after the label'),
  parent: z.string().nullable().describe('The eid of the part around it'),
  order: z.int().min(0).describe('Its place in the edition'),
  text: z.string().describe('Plain text; lines divided by line feeds'),
} satisfies Record<keyof Provision, z.ZodType>;

/** A part of an edition under its own address. */
export const provisionShape = z.strictObject({ ...provisionFields, address: z.url() });

/** A manifest of any type, as its canonical JSON holds it. */
const anyManifestShape = z.discriminatedUnion(
  'type',
  manifestShapes.map(({ shape }) => shape) as [(typeof manifestShapes)[0]['shape']],
) as unknown as z.ZodType<Manifest>;

/** What `editionDocument` gives. */
export const editionShape = z.strictObject({
  address: z.url().describe('The permanent address of the edition'),
  work: z.url(),
  sha256: hashShape.describe('Of the canonical JSON (RFC 8785) of `manifest`'),
  publishedAt: z.iso.datetime(),
  manifest: anyManifestShape,
  files: z
    .array(z.strictObject({ sha256: hashShape, address: z.url() }))
    .readonly()
    .optional(),
  provisions: z.array(provisionShape).readonly(),
});

/** What `.json` of an edition holds. `sha256` is that of the canonical JSON (RFC 8785) of `manifest`; `files` says where its files are. */
export function editionDocument(edition: EditionExport): z.output<typeof editionShape> {
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
