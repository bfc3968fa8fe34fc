import { z } from 'zod';
import { factOf, line, sourceIds, writtenDate } from '../catalogue/fact-schema.ts';
import { quantitySchema } from '../catalogue/field-schema.ts';
import { optionalLine, placeCode, sources } from '../catalogue/front-matter.ts';
import {
  type DataSystem,
  groupKinds,
  type Network,
  type NetworkClaim,
  type NetworkEvent,
  type NetworkGroup,
  type NetworkMember,
  networkKinds,
  networkRoles,
} from '../domain/network.ts';
import { isWorkType, slugMaximum, slugPattern } from '../domain/work.ts';
import { inOrder, plainFact, sourceKeys } from './plain.ts';
import { type Parsed, readYaml, writeYaml } from './yaml-file.ts';

const slug = z
  .string()
  .max(slugMaximum)
  .refine((value) => slugPattern.test(value), { params: { reason: 'bad_slug' } });
const optionalSlug = slug.nullish().transform((value) => value ?? null);
const workName = z.string().refine(
  (text) => {
    const [type = '', name = '', ...rest] = text.split('/');
    return isWorkType(type) && slugPattern.test(name) && rest.length === 0;
  },
  { params: { reason: 'unknown_work' } },
);
const lines = z.array(line(500)).max(100).default([]);

const member: z.ZodType<NetworkMember> = z.strictObject({
  organisation: slug,
  role: z.enum(networkRoles),
  since: factOf(writtenDate),
  until: factOf(writtenDate),
  functions: lines,
  teaches: lines,
  note: optionalLine(),
  sources: sourceIds,
});

const claim: z.ZodType<NetworkClaim> = z.strictObject({
  subject: line(300),
  value: z.number(),
  unit: line(100),
  textAsWritten: line(300),
  roles: z.array(z.enum(networkRoles)).default([]),
  note: optionalLine(),
  sources: sourceIds,
});

const event: z.ZodType<NetworkEvent> = z.strictObject({
  title: line(500),
  date: factOf(writtenDate),
  venue: factOf(line(300)),
  attendance: factOf(quantitySchema),
  work: workName.nullish().transform((value) => value ?? null),
  note: optionalLine(),
  sources: sourceIds,
});

const group: z.ZodType<NetworkGroup> = z.strictObject({
  name: line(300),
  kind: z.enum(groupKinds),
  organisation: optionalSlug,
  term: factOf(line(300)),
  note: optionalLine(),
  sources: sourceIds,
});

const dataSystem: z.ZodType<DataSystem> = z.strictObject({
  name: line(300),
  aliases: lines,
  purpose: optionalLine(500),
  owner: optionalSlug,
  uses: z.array(z.strictObject({ organisation: slug, date: factOf(writtenDate) })).default([]),
  note: optionalLine(),
  sources: sourceIds,
});

const networkSchema: z.ZodType<Network> = z.strictObject({
  slug,
  kind: z.enum(networkKinds),
  name: line(300),
  nameEn: optionalLine(300),
  aliases: lines,
  summary: line(2000),
  parent: optionalSlug,
  programme: optionalSlug,
  organisation: optionalSlug,
  aims: lines,
  places: z.array(placeCode).max(1000).default([]),
  placeNote: optionalLine(),
  members: z.array(member).max(10_000).default([]),
  membersNote: optionalLine(),
  claims: z.array(claim).max(200).default([]),
  works: z.array(workName).max(10_000).default([]),
  events: z.array(event).max(1000).default([]),
  groups: z.array(group).max(200).default([]),
  dataSystems: z.array(dataSystem).max(200).default([]),
  schemes: z.array(slug).max(100).default([]),
  note: optionalLine(),
  sources,
});

/** Reads `networks.yaml` at the root of an archive: networks and programmes, with what sources tell of them. */
export const readNetworksFile = (text: string, file: string): Parsed<readonly Network[]> =>
  readYaml(text, file, 1, z.array(networkSchema));

/** Writes them sorted by slug, so that equal registers give equal bytes; null when there are none. */
export function writeNetworksFile(networks: readonly Network[]): string | null {
  if (networks.length === 0) return null;
  return writeYaml([...networks].sort((a, b) => (a.slug < b.slug ? -1 : 1)).map(plainNetwork));
}

const plainNetwork = (network: Network) =>
  inOrder(
    {
      ...network,
      members: network.members.map((one) =>
        inOrder({ ...one, since: plainFact(one.since), until: plainFact(one.until) }, memberKeys),
      ),
      claims: network.claims.map((one) => inOrder(one, claimKeys)),
      events: network.events.map((one) =>
        inOrder(
          {
            ...one,
            date: plainFact(one.date),
            venue: plainFact(one.venue),
            attendance: plainFact(one.attendance),
          },
          eventKeys,
        ),
      ),
      groups: network.groups.map((one) => inOrder({ ...one, term: plainFact(one.term) }, groupKeys)),
      dataSystems: network.dataSystems.map((one) =>
        inOrder(
          { ...one, uses: one.uses.map((use) => inOrder({ ...use, date: plainFact(use.date) }, useKeys)) },
          systemKeys,
        ),
      ),
      sources: network.sources.map((one) =>
        inOrder({ ...one, published: plainFact(one.published) }, sourceKeys),
      ),
    },
    networkKeys,
  );

const memberKeys = [
  'organisation',
  'role',
  'since',
  'until',
  'functions',
  'teaches',
  'note',
  'sources',
] as const;
const claimKeys = ['subject', 'value', 'unit', 'textAsWritten', 'roles', 'note', 'sources'] as const;
const eventKeys = ['title', 'date', 'venue', 'attendance', 'work', 'note', 'sources'] as const;
const groupKeys = ['name', 'kind', 'organisation', 'term', 'note', 'sources'] as const;
const systemKeys = ['name', 'aliases', 'purpose', 'owner', 'uses', 'note', 'sources'] as const;
const useKeys = ['organisation', 'date'] as const;
const networkKeys = [
  'slug',
  'kind',
  'name',
  'nameEn',
  'aliases',
  'summary',
  'parent',
  'programme',
  'organisation',
  'aims',
  'places',
  'placeNote',
  'members',
  'membersNote',
  'claims',
  'works',
  'events',
  'groups',
  'dataSystems',
  'schemes',
  'note',
  'sources',
] as const;
