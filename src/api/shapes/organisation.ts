import { z } from 'zod';
import { factOfDateShape, placeCodeShape, slugShape } from '../../catalogue/manifest-schema.ts';
import { partyActions, partyRoles } from '../../domain/edition.ts';
import { networkRoles } from '../../domain/network.ts';
import { type Organisation, organisationKinds } from '../../domain/organisation.ts';
import { placeShape } from '../../exports/places-json.ts';
import { organisationKindLabels } from '../../i18n/labels.ts';
import type { OrganisationPage } from '../../registry/open-organisation.ts';
import { briefWorkShape, tellBriefWork } from './brief-work.ts';
import {
  networkNameShape,
  organisationNameShape,
  tellNetworkName,
  tellOrganisationName,
  tellPlace,
  tellTitledWork,
  titledWorkShape,
} from './named.ts';

/** An organisation as lists tell it. */
export const organisationShape = z.strictObject({
  ...organisationNameShape.shape,
  kind: z.enum(organisationKinds),
  kindLabel: z.string(),
  shortName: z.string().nullable(),
  nameEn: z.string().nullable(),
  aliases: z.array(z.string()).readonly(),
  dlaCode: z.string().nullable().describe('Code of the Department of Local Administration'),
  covers: z.array(placeCodeShape).readonly(),
  parent: slugShape.nullable(),
  source: z.string().nullable(),
  note: z.string().nullable(),
});

export const tellOrganisation = (
  organisation: Organisation,
  origin: string,
): z.output<typeof organisationShape> => ({
  ...tellOrganisationName(organisation, origin),
  kind: organisation.kind,
  kindLabel: organisationKindLabels[organisation.kind],
  shortName: organisation.shortName,
  nameEn: organisation.nameEn,
  aliases: organisation.aliases,
  dlaCode: organisation.dlaCode,
  covers: organisation.covers,
  parent: organisation.parent,
  source: organisation.source,
  note: organisation.note,
});

const other = z.strictObject({ slug: slugShape, name: z.string(), on: z.iso.date() });

/** An organisation with its places, networks and agreements. */
export const organisationPageShape = z.strictObject({
  organisation: organisationShape,
  places: z.array(placeShape).readonly(),
  parent: organisationNameShape.nullable(),
  memberships: z
    .array(
      z.strictObject({
        network: networkNameShape,
        role: z.enum(networkRoles),
        since: factOfDateShape,
        until: factOfDateShape,
      }),
    )
    .readonly(),
  works: z
    .array(
      z.strictObject({
        work: briefWorkShape,
        role: z.enum(partyRoles),
        as: z.string().nullable().describe('The body that it carries on for'),
        deeds: z.array(z.strictObject({ kind: z.enum(partyActions), date: factOfDateShape })).readonly(),
      }),
    )
    .readonly(),
  joined: z
    .array(z.strictObject({ agreement: titledWorkShape, role: z.enum(partyRoles), knownOn: z.iso.date() }))
    .readonly()
    .describe('Agreements that it joined through the register'),
  successor: other.nullable(),
  predecessors: z.array(other).readonly(),
  hubs: z
    .array(
      z.strictObject({
        organisation: slugShape,
        name: z.string(),
        from: z.iso.date().nullable(),
        until: z.iso.date().nullable(),
      }),
    )
    .readonly()
    .describe('Who runs this network and ran it before'),
});

export function tellOrganisationPage(
  page: OrganisationPage,
  origin: string,
): z.output<typeof organisationPageShape> {
  return {
    organisation: tellOrganisation(page.organisation, origin),
    places: page.covers.flatMap((chain) => tellPlace(chain, origin)),
    parent: page.parent && tellOrganisationName(page.parent, origin),
    memberships: page.memberships.map(({ network, member: { role, since, until } }) => ({
      network: tellNetworkName(network, origin),
      role,
      since,
      until,
    })),
    works: page.works.map((work) => ({
      work: tellBriefWork(work, origin),
      role: work.role,
      as: work.as,
      deeds: work.deeds,
    })),
    joined: page.accessions.map(({ agreement, accession: { role, knownOn } }) => ({
      agreement: tellTitledWork(agreement, origin),
      role,
      knownOn,
    })),
    successor: page.successor,
    predecessors: page.predecessors,
    hubs: page.hubs,
  };
}
