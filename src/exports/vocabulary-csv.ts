import type { Organisation } from '../domain/organisation.ts';
import type { Place } from '../domain/place.ts';
import { organisationKindLabels } from '../i18n/labels.ts';
import { oneLine } from './edition-export.ts';
import { writeCsv } from './write-csv.ts';

export const placeColumns = ['code', 'level', 'name', 'name_en', 'parent_code', 'postcode'] as const;
export const organisationColumns = [
  'slug',
  'kind',
  'kind_label',
  'name',
  'short_name',
  'name_en',
  'aliases',
  'dla_code',
  'covers',
  'parent',
] as const;
export const topicColumns = ['topic', 'label', 'scheme', 'scheme_title'] as const;

export const writePlacesCsv = (places: readonly Place[]): string =>
  writeCsv(
    placeColumns,
    places.map(({ code, level, name, nameEn, parentCode, postcode }) => ({
      code,
      level,
      name,
      name_en: nameEn ?? '',
      parent_code: parentCode ?? '',
      postcode: postcode ?? '',
    })),
  );

export const writeOrganisationsCsv = (organisations: readonly Organisation[]): string =>
  writeCsv(
    organisationColumns,
    organisations.map((one) => ({
      slug: one.slug,
      kind: one.kind,
      kind_label: organisationKindLabels[one.kind],
      name: oneLine(one.name),
      short_name: oneLine(one.shortName ?? ''),
      name_en: oneLine(one.nameEn ?? ''),
      aliases: oneLine(one.aliases.join('; ')),
      dla_code: one.dlaCode ?? '',
      covers: one.covers.join('; '),
      parent: one.parent ?? '',
    })),
  );

export const writeTopicsCsv = (
  topics: readonly {
    readonly topic: string;
    readonly label: string;
    readonly scheme: string;
    readonly schemeTitle: string;
  }[],
): string =>
  writeCsv(
    topicColumns,
    topics.map(({ topic, label, scheme, schemeTitle }) => ({
      topic,
      label: oneLine(label),
      scheme,
      scheme_title: oneLine(schemeTitle),
    })),
  );
