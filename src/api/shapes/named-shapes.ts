import type { z } from 'zod';
import {
  anyFactShape,
  attachmentShape,
  claimShape,
  commitmentShape,
  manifestShapes,
  mentionShape,
  partyShape,
  plainFactShapes,
  relationShape,
  sourceShape,
  writtenDateShape,
} from '../../catalogue/manifest-schema.ts';
import { commitmentRowShape } from '../../exports/commitment-list-json.ts';
import { commitmentsSchema } from '../../exports/commitments-json.ts';
import { concordanceRowShape, concordanceShape } from '../../exports/concordance-json.ts';
import { editionShape, provisionShape } from '../../exports/edition-json.ts';
import { listRowShape } from '../../exports/list-json.ts';
import { listedNetworkShape } from '../../exports/networks-json.ts';
import { partiesSchema } from '../../exports/parties-json.ts';
import { countedPlaceShape, placeShape } from '../../exports/places-json.ts';
import { provisionListShape, provisionRowShape } from '../../exports/provision-json.ts';
import { adoptionShape, adoptionStatementShape, spreadShape } from '../../exports/spread-json.ts';
import { briefWorkShape } from './brief-work.ts';
import {
  comparisonShape,
  fieldChangeShape,
  partChangeShape,
  partHeadShape,
  partShape,
} from './comparison.ts';
import { deviationPartShape, deviationShape } from './deviation.ts';
import { networkNameShape, organisationNameShape, titledWorkShape } from './named.ts';
import { networkPageShape, networkRecordShape } from './network.ts';
import { organisationPageShape, organisationShape } from './organisation.ts';
import { placeOnShape, placePageShape } from './place.ts';
import { lineageEndShape, lineageStepShape, provisionPageShape } from './provision-page.ts';
import { searchShape } from './search.ts';
import { editionEntryShape, eventShape, workShape } from './work.ts';

/** Shapes that stand under a name of their own in the document, so that generated clients have types for them. */
export const namedShapes = (): Readonly<Record<string, z.ZodType>> => ({
  Work: workShape,
  WorkRow: listRowShape,
  BriefWork: briefWorkShape,
  TitledWork: titledWorkShape,
  EditionEntry: editionEntryShape,
  WorkEvent: eventShape,
  Edition: editionShape,
  ...Object.fromEntries(manifestShapes.map(({ type, shape }) => [named('ManifestOf', type), shape])),
  Provision: provisionShape,
  ProvisionRow: provisionRowShape,
  ProvisionList: provisionListShape,
  ProvisionPage: provisionPageShape,
  LineageEnd: lineageEndShape,
  LineageStep: lineageStepShape,
  Comparison: comparisonShape,
  PartChange: partChangeShape,
  FieldChange: fieldChangeShape,
  PartHead: partHeadShape,
  Part: partShape,
  Deviation: deviationShape,
  DeviationPart: deviationPartShape,
  Concordance: concordanceShape,
  ConcordanceRow: concordanceRowShape,
  Spread: spreadShape,
  Adoption: adoptionShape,
  AdoptionStatement: adoptionStatementShape,
  WrittenDate: writtenDateShape,
  ...Object.fromEntries(
    Object.entries(plainFactShapes).map(([kind, shape]) => [named('FactOf', kind), shape]),
  ),
  AnyFact: anyFactShape,
  Party: partyShape,
  Mention: mentionShape,
  Claim: claimShape,
  Commitment: commitmentShape,
  Relation: relationShape,
  Source: sourceShape,
  Attachment: attachmentShape,
  CommitmentRow: commitmentRowShape,
  CommitmentsOfAgreement: commitmentsSchema,
  PartiesOfAgreement: partiesSchema,
  Place: placeShape,
  CountedPlace: countedPlaceShape,
  PlacePage: placePageShape,
  PlaceOnDate: placeOnShape,
  OrganisationName: organisationNameShape,
  Organisation: organisationShape,
  OrganisationPage: organisationPageShape,
  NetworkName: networkNameShape,
  ListedNetwork: listedNetworkShape,
  NetworkRecord: networkRecordShape,
  NetworkPage: networkPageShape,
  SearchAnswer: searchShape,
});

const named = (prefix: string, name: string): string =>
  `${prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}`;
