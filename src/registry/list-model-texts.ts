import type { Register } from '../../db/connection.ts';
import type { TitledWork } from '../../db/suggestions.ts';
import type { WorkType } from '../domain/work.ts';
import { namesOf } from './steps/name-list.ts';

/** The rank of model texts among what is offered by name. */
const modelRank = 1;

/** The model texts of a type that the register has published, in the order of names. */
export async function listModelTexts(register: Register, type: WorkType): Promise<readonly TitledWork[]> {
  const { works } = await namesOf(register);
  return works.things.filter((work) => work.type === type && work.provenanceRank === modelRank);
}
