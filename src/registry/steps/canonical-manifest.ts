import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Manifest } from '../../domain/edition.ts';

/** The canonical JSON (RFC 8785) of a manifest and the SHA-256 of its UTF-8 bytes, lower-case hex. */
export function canonicalManifest(manifest: Manifest): { readonly json: string; readonly sha256: string } {
  const json = canonicalize(manifest);
  if (json === undefined) throw new Error('a manifest always has a canonical form');
  return { json, sha256: sha256Of(json) };
}

export const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** True when two values say the same, whatever the order of their keys. */
export const sameJson = (a: unknown, b: unknown): boolean => canonicalize(a) === canonicalize(b);

/** A name for what some keys of a manifest hold: equal when they say the same. */
export const fingerprintOf = (manifest: Manifest, keys: readonly (keyof Manifest)[]): string =>
  sha256Of(canonicalize(keys.toSorted().map((key) => manifest[key])) ?? '').slice(0, 32);
