import type { Register } from '../../db/connection.ts';
import { lastEditionNumber, listEditions } from '../../db/editions.ts';
import { findWork } from '../../db/works.ts';
import type { Manifest } from '../domain/edition.ts';
import { cardOf } from '../domain/edition-card.ts';
import type { Instant } from '../domain/iso-date.ts';
import { type Actor, may } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { WorkName } from '../domain/work.ts';
import { renderBody } from '../render/render-markdown.ts';
import { canonicalManifest } from './steps/canonical-manifest.ts';
import { describeEdition, type EditionPage, readNow } from './steps/describe-edition.ts';
import { readReview } from './steps/read-review.ts';

/**
 * Shows a draft as the edition that it would become now: number, text, facts and hash, exactly as readers would get it.
 * Nothing is stored. Refused: `draft_not_found` (also when it is not the actor's to read), `not_permitted`.
 */
export async function openPublication(
  register: Register,
  actor: Actor,
  name: WorkName,
  now: Instant,
): Promise<Result<EditionPage>> {
  const { read } = register;
  const work = await findWork(read, name);
  const review = await readReview(read, actor, name, 'read_draft');
  if (!work || !review) return refused({ code: 'draft_not_found' });
  if (!may(actor, 'publish', work)) return refused({ code: 'not_permitted' });
  const number = (await lastEditionNumber(read, work.id)) + 1;
  const manifest: Manifest = { ...review.draft.content, edition: number };
  const { sha256 } = canonicalManifest(manifest);
  const { html, provisions } = renderBody(manifest.body);
  const edition = { number, manifest, sha256, publishedAt: now, html, provisions };
  const editions = [
    ...(await listEditions(read, work.id)),
    { number, sha256, publishedAt: now, card: cardOf(manifest) },
  ];
  return accepted(await describeEdition(read, { ...name, id: work.id }, edition, editions, readNow(now)));
}
