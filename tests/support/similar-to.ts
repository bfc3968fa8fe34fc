import type { Register } from '../../db/connection.ts';
import { findEdition } from '../../db/editions.ts';
import { findProvision } from '../../db/provisions.ts';
import { findWork } from '../../db/works.ts';
import type { SimilarProvisions } from '../../src/domain/similarity/similar-provision.ts';
import type { WorkName } from '../../src/domain/work.ts';
import { findSimilarProvisions } from '../../src/registry/find-similar-provisions.ts';
import type { KnownAsOf } from '../../src/registry/steps/as-of-now.ts';

/** The provisions that are like one, as its page finds them. @throws when there is no such provision, or it is no clause */
export async function similarTo(
  register: Register,
  name: WorkName,
  number: number,
  eid: string,
  now: string,
  asOf: KnownAsOf | null = null,
): Promise<SimilarProvisions> {
  const work = await findWork(register.read, name);
  const edition = work && (await findEdition(register.read, work.id, number));
  const provision = edition && (await findProvision(register.read, edition.id, eid));
  const found = provision && (await findSimilarProvisions(register, edition, provision, now, asOf));
  if (!found) throw new Error(`${name.type}/${name.slug}/${number}#${eid} is no clause`);
  return found;
}
