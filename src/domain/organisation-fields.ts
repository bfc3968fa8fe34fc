import type { Organisation } from './organisation.ts';

/** The record of an organisation as a form has it: text, several values on lines or parted by spaces. */
export type OrganisationFields = {
  readonly slug: string;
  readonly kind: string;
  readonly name: string;
  readonly shortName: string;
  readonly nameEn: string;
  /** One on a line. */
  readonly aliases: string;
  readonly dlaCode: string;
  /** Codes of places parted by spaces or commas. */
  readonly covers: string;
  /** Slug of the body it belongs to. */
  readonly parent: string;
  readonly source: string;
  readonly organisationNote: string;
};

export const organisationFieldNames = [
  'slug',
  'kind',
  'name',
  'shortName',
  'nameEn',
  'aliases',
  'dlaCode',
  'covers',
  'parent',
  'source',
  'organisationNote',
] as const satisfies readonly (keyof OrganisationFields)[];

export const blankOrganisation: OrganisationFields = {
  slug: '',
  kind: 'sao',
  name: '',
  shortName: '',
  nameEn: '',
  aliases: '',
  dlaCode: '',
  covers: '',
  parent: '',
  source: '',
  organisationNote: '',
};

export const organisationFieldsOf = (organisation: Organisation): OrganisationFields => ({
  slug: organisation.slug,
  kind: organisation.kind,
  name: organisation.name,
  shortName: organisation.shortName ?? '',
  nameEn: organisation.nameEn ?? '',
  aliases: organisation.aliases.join('\n'),
  dlaCode: organisation.dlaCode ?? '',
  covers: organisation.covers.join(' '),
  parent: organisation.parent ?? '',
  source: organisation.source ?? '',
  organisationNote: organisation.note ?? '',
});

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What a form says, in the shape of a record; nothing is checked yet. */
export const describedOrganisation = (fields: OrganisationFields): Readonly<Record<string, unknown>> => ({
  slug: fields.slug.trim(),
  kind: fields.kind,
  name: fields.name.trim(),
  shortName: orNull(fields.shortName),
  nameEn: orNull(fields.nameEn),
  aliases: [...new Set(fields.aliases.split('\n').map((alias) => alias.trim()))].filter(
    (alias) => alias !== '',
  ),
  dlaCode: orNull(fields.dlaCode),
  covers: [...new Set(fields.covers.split(/[\s,]+/))].filter((code) => code !== ''),
  parent: orNull(fields.parent),
  source: orNull(fields.source),
  note: orNull(fields.organisationNote),
});
