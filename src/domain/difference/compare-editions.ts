import type { Manifest } from '../edition.ts';
import { compareManifests, type ManifestDifference } from './compare-manifests.ts';
import { compareParts } from './compare-parts.ts';
import type { ComparedPart } from './compared-part.ts';
import { type ChangeCount, countChanges } from './count-changes.ts';
import type { PartsDifference } from './parts-difference.ts';
import type { CompareTexts } from './text-runs.ts';

/** Everything that differs between two editions of a work. */
export type EditionDifference = {
  readonly counts: readonly ChangeCount[];
  readonly parts: PartsDifference;
  readonly manifest: ManifestDifference;
  /** True when the words are equal and only their form differs, such as bold letters or the address of a link. */
  readonly isFormOnly: boolean;
};

/** An edition or a draft, with the parts of its text. */
export type ComparedEdition = { readonly manifest: Manifest; readonly parts: readonly ComparedPart[] };

export function compareEditions(
  before: ComparedEdition,
  after: ComparedEdition,
  compareTexts: CompareTexts,
): EditionDifference {
  const parts = compareParts(before.parts, after.parts, compareTexts);
  const counts = countChanges(parts);
  return {
    counts,
    parts,
    manifest: compareManifests(before.manifest, after.manifest, compareTexts),
    isFormOnly: counts.length === 0 && before.manifest.body !== after.manifest.body,
  };
}
