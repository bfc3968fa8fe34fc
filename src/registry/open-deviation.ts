import type { Register } from '../../db/connection.ts';
import { findEdition, listEditions } from '../../db/editions.ts';
import type { Known } from '../../db/known.ts';
import { findNamedEdition, listTaken, type NamedEdition } from '../../db/lineage.ts';
import { findWork } from '../../db/works.ts';
import { createWordComparer } from '../difference/compare-words.ts';
import { type Deviation, deviationOf } from '../domain/deviation.ts';
import { type ComparedPart, partsOf } from '../domain/difference/compared-part.ts';
import type { Manifest } from '../domain/edition.ts';
import type { Instant } from '../domain/iso-date.ts';
import { modelKinds } from '../domain/lineage.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { currentEdition } from '../domain/succession.ts';
import type { WorkName } from '../domain/work.ts';
import { datedEditions } from '../domain/work-timeline.ts';
import { renderBody } from '../render/render-markdown.ts';
import { asOfOrNow, type KnownAsOf } from './steps/as-of-now.ts';
import { whyNoEdition } from './steps/why-no-edition.ts';

/** How the current edition of a work differs from the model that it was written after. */
export type DeviationPage = {
  readonly manifest: Manifest;
  readonly sha256: string;
  readonly model: NamedEdition;
  /** The current edition of the model when it is another one. */
  readonly newerModel: number | null;
  readonly deviation: Deviation;
  readonly asOf: KnownAsOf;
};

/**
 * Compares the current edition of a work with its model: the whole text that it names as its template, or else as what
 * it was developed from.
 * @param asOf what the register held then is what counts; null for now
 * Refused: `work_not_found`, `not_known_then`, `published_in_error`, `model_not_found` when it names none that readers may
 * read.
 */
export async function openDeviation(
  register: Register,
  name: WorkName,
  now: Instant,
  asOf: KnownAsOf | null = null,
): Promise<Result<DeviationPage>> {
  const { read } = register;
  const then = await asOfOrNow(register, asOf, now);
  const work = await findWork(read, name);
  if (!work) return refused({ code: 'work_not_found' });
  const number = currentEdition(datedEditions(await listEditions(read, work.id, then.lastEdition)));
  const own = number === null ? null : await findEdition(read, work.id, number);
  if (own === null) return refused(await whyNoEdition(read, work, null, then));
  const model = await findModel(register, own.id, then);
  const text = model === null ? null : await findEdition(read, model.workId, model.number);
  if (model === null || text === null) return refused({ code: 'model_not_found' });
  const current = model.isCurrent ? null : await findNamedEdition(read, model, null, then);
  return accepted({
    manifest: own.manifest,
    sha256: own.sha256,
    model,
    newerModel: current?.number ?? null,
    deviation: deviationOf(comparedOf(text.manifest), comparedOf(own.manifest), createWordComparer()),
    asOf: then,
  });
}

async function findModel({ read }: Register, editionId: number, known: Known): Promise<NamedEdition | null> {
  const ties = (await listTaken(read, editionId)).filter(
    ({ ownEid, targetEid }) => ownEid === null && targetEid === null,
  );
  for (const kind of modelKinds) {
    for (const tie of ties) {
      if (tie.kind !== kind) continue;
      const model = await findNamedEdition(read, tie.target, tie.targetEdition, known);
      if (model !== null) return model;
    }
  }
  return null;
}

function comparedOf({ body }: Manifest): readonly ComparedPart[] {
  const { provisions, preface } = renderBody(body);
  return partsOf(provisions, preface);
}
