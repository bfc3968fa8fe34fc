import { addresses } from '../domain/addresses.ts';
import type { Manifest } from '../domain/edition.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { PlaceChain } from '../domain/place.ts';
import type { Provision } from '../domain/provision.ts';

/** What every format of an edition is written from. Nothing in it changes once the edition is published. */
export type EditionExport = {
  readonly manifest: Manifest;
  /** SHA-256 of the canonical manifest, lower-case hex. */
  readonly sha256: string;
  readonly publishedAt: Instant;
  readonly provisions: readonly Provision[];
  readonly places: readonly PlaceChain[];
  readonly possiblePlaces: readonly PlaceChain[];
  /** The one public origin, without a trailing slash. */
  readonly origin: string;
};

/** A way to write an edition down, at its address plus the extension. */
export type EditionFormat = {
  /** Without the dot; may hold one itself (`csl.json`). */
  readonly extension: string;
  /** With charset. */
  readonly contentType: string;
  readonly write: (edition: EditionExport) => string;
};

/** The whole address under which an edition stays for ever. */
export const permanentAddress = ({
  manifest,
  origin,
}: Pick<EditionExport, 'origin'> & {
  readonly manifest: Pick<Manifest, 'type' | 'slug' | 'edition'>;
}): string => new URL(addresses.edition(manifest, manifest.edition), origin).href;

/** One line without control characters, for formats in which a line end would begin something new. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
