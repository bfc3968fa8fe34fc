import type { Operation } from '../operation.ts';
import { compareEditions } from './compare-editions.ts';
import { comparePlaces } from './compare-places.ts';
import { getCommitments } from './get-commitments.ts';
import { getCoverage } from './get-coverage.ts';
import { getDeviation } from './get-deviation.ts';
import { getEdition } from './get-edition.ts';
import { getEditionOn } from './get-edition-on.ts';
import { getHealth } from './get-health.ts';
import { getNetwork } from './get-network.ts';
import { getOrganisation } from './get-organisation.ts';
import { getParties } from './get-parties.ts';
import { getPlace } from './get-place.ts';
import { getPlaceOn } from './get-place-on.ts';
import { getProvision } from './get-provision.ts';
import { getProvisionLineage } from './get-provision-lineage.ts';
import { getSpread } from './get-spread.ts';
import { getWork } from './get-work.ts';
import { listCommitments } from './list-commitments.ts';
import { listEditions } from './list-editions.ts';
import { listNetworks } from './list-networks.ts';
import { listOrganisations } from './list-organisations.ts';
import { listPlaces } from './list-places.ts';
import { listProvisions } from './list-provisions.ts';
import { listProvisionsOfEdition } from './list-provisions-of-edition.ts';
import { listTopics } from './list-topics.ts';
import { listWorks } from './list-works.ts';
import { search } from './search.ts';
import { suggest } from './suggest.ts';

/** Every operation of the API: one file and one line each; its address, document and page follow. */
export const operations: readonly Operation[] = [
  listWorks,
  getWork,
  listEditions,
  getEdition,
  getEditionOn,
  compareEditions,
  getDeviation,
  getSpread,
  listProvisions,
  listProvisionsOfEdition,
  getProvision,
  getProvisionLineage,
  comparePlaces,
  listCommitments,
  getCommitments,
  getParties,
  listPlaces,
  getPlace,
  getPlaceOn,
  listOrganisations,
  getOrganisation,
  listNetworks,
  getNetwork,
  listTopics,
  search,
  suggest,
  getCoverage,
  getHealth,
];
