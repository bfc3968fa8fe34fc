import type { Register } from '../../db/connection.ts';
import { listOrganisations } from '../../db/organisations.ts';
import { listPlaces } from '../../db/places.ts';
import { listTopics, type Topic } from '../../db/topics.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Place } from '../domain/place.ts';

/** The codes by which editions name things, with what they stand for. */
export type Vocabularies = {
  /** By code, those above before those inside. */
  readonly places: readonly Place[];
  /** By slug. */
  readonly organisations: readonly Organisation[];
  readonly topics: readonly Topic[];
};

export const tellVocabularies = async ({ read }: Pick<Register, 'read'>): Promise<Vocabularies> => ({
  places: await listPlaces(read),
  organisations: await listOrganisations(read),
  topics: await listTopics(read),
});
