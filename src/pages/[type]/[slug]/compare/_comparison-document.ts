import { addresses } from '../../../../domain/addresses.ts';
import { toldKindOf } from '../../../../domain/difference/count-changes.ts';
import { summaryText } from '../../../../i18n/comparison.ts';
import { tellChanges } from '../../../../i18n/comparison-sentences.ts';
import type { ComparedSide, ComparisonPage } from '../../../../registry/steps/describe-comparison.ts';

/**
 * What `/{type}/{slug}/compare/{a}..{b}.json` holds:
 *
 * - `before`, `after`: `{ edition, label, title, sha256, publishedAt, address }`
 * - `summary`: the one Thai sentence of the page; `sentences`: one for each thing that changed
 * - `counts`: `[{ told, part, before, after }]`, how many parts of a kind were added, removed, reworded, moved,
 *   moved_reworded, split, merged, relabelled
 * - `parts`: every part in reading order, `{ told, kind, … }`; `told` is null for one that did not change. Texts
 *   are runs `{ kind: 'same' | 'removed' | 'added', text }`; positions (`from`, `to`, `at`) count the parts of an
 *   edition from 0. Applied in order to the parts of `before` they give exactly those of `after`.
 * - `fields`, `parties`, `commitments`, `people`, `claims`, `relations`, `sources`, `attachments`: the rest of the manifest, lists
 *   as `{ added, removed, changed: [{ before, after }] }`
 * - `isFormOnly`: true when no word differs, only the form (bold letters, addresses of links)
 */
export function comparisonDocument(page: ComparisonPage, origin: string) {
  const { work, difference } = page;
  const { parts, counts, manifest, isFormOnly } = difference;
  const sideOf = (side: ComparedSide) => ({
    edition: side.manifest.edition,
    label: side.manifest.label,
    title: side.manifest.title,
    sha256: side.published?.sha256 ?? null,
    publishedAt: side.published?.at ?? null,
    address: new URL(addresses.edition(work, side.manifest.edition), origin).href,
  });
  const { edition: a } = page.before.manifest;
  const { edition: b } = page.after.manifest;
  return {
    address: new URL(addresses.compare(work, a, b), origin).href,
    before: sideOf(page.before),
    after: sideOf(page.after),
    summary: summaryText(counts),
    sentences: tellChanges(parts).map((change) => change.sentence),
    isFormOnly,
    counts,
    parts: parts.map((change) => ({ told: toldKindOf(change), ...change })),
    ...manifest,
  };
}
