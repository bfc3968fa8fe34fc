import { z } from 'zod';
import { line } from '../catalogue/fact-schema.ts';
import { issueReason } from '../catalogue/issue-reason.ts';
import type { FieldProblem } from '../domain/errors.ts';
import { type IsoDate, parseAddressDate } from '../domain/iso-date.ts';
import { type Organisation, organisationKinds } from '../domain/organisation.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { slugMaximum, slugPattern } from '../domain/work.ts';
import { type Parsed, readYaml, writeYaml } from './yaml-file.ts';

const orNull = <T>(schema: z.ZodType<T>) => schema.nullish().transform((value) => value ?? null);

const slug = z
  .string()
  .max(slugMaximum)
  .refine((value) => slugPattern.test(value), { params: { reason: 'bad_slug' } });

const isDay = (text: string): text is IsoDate => parseAddressDate(text)?.date === text && text.length === 10;
const day = z.string().refine(isDay, { params: { reason: 'not_a_date' } });

const organisationSchema: z.ZodType<Organisation> = z.strictObject({
  slug,
  kind: z.enum(organisationKinds),
  name: line(300),
  shortName: orNull(line(100)),
  nameEn: orNull(line(300)),
  aliases: z.array(line(300)).default([]),
  dlaCode: orNull(z.string().regex(/^\d{8}$/)),
  covers: z.array(z.union([z.string(), z.number().transform(String)])).default([]),
  parent: orNull(slug),
  succeeds: z
    .array(z.strictObject({ organisation: slug, on: day }))
    .min(1)
    .exactOptional(),
  hubs: z
    .array(z.strictObject({ organisation: slug, from: orNull(day), until: orNull(day) }))
    .min(1)
    .exactOptional(),
  source: orNull(line(500)),
  note: orNull(line(1000)),
});

/** Reads `organisations.yaml` at the root of an archive: the bodies that its works name. */
export const readOrganisationsFile = (text: string, file: string): Parsed<readonly Organisation[]> =>
  readYaml(text, file, 1, z.array(organisationSchema));

/** The organisation that a form describes, held to what the file may say; else what is wrong, field by field. */
export function checkOrganisation(described: unknown): Result<Organisation, readonly FieldProblem[]> {
  const parsed = organisationSchema.safeParse(described);
  if (parsed.success) return accepted(parsed.data);
  return refused(
    parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), reason: issueReason(issue) })),
  );
}

/** Writes the bodies sorted by slug, so that equal registers give equal bytes. */
export function writeOrganisationsFile(organisations: readonly Organisation[]): string | null {
  if (organisations.length === 0) return null;
  const sorted = [...organisations].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  return writeYaml(sorted.map(plainOrganisation));
}

const keys = [
  'slug',
  'kind',
  'name',
  'shortName',
  'nameEn',
  'aliases',
  'dlaCode',
  'covers',
  'parent',
  'succeeds',
  'hubs',
  'source',
  'note',
] as const;

function plainOrganisation(organisation: Organisation): Record<string, unknown> {
  const entries = keys.map((key) => [key, organisation[key]] as const);
  return Object.fromEntries(
    entries.filter(
      ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
