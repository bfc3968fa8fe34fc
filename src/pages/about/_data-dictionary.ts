import { z } from 'zod';
import type { Field, FieldKind } from '../../catalogue/document-type.ts';
import { documentTypes } from '../../catalogue/index.ts';
import { manifestShape } from '../../catalogue/manifest-schema.ts';
import { dataFiles } from '../../exports/data-files.ts';
import { attachmentKindLabels } from '../../i18n/attachments.ts';
import {
  capacityLabels,
  changeKindLabels,
  commitmentPeriodLabels,
  commitmentScopeLabels,
  comparatorLabels,
  evidenceLevelLabels,
  partyRoleLabels,
  provenanceLabels,
  relationKindLabels,
  scopeLabels,
  textRightsLabels,
} from '../../i18n/labels.ts';
import { legalNatureTexts } from '../../i18n/legal-natures.ts';
import { listFieldWords, manifestFieldWords } from '../../i18n/manifest-fields.ts';
import { workTypeLabels } from '../../i18n/work-types.ts';

type Schema = z.core.JSONSchema.BaseSchema;
export type FieldRow = {
  readonly name: string;
  readonly meaning: string;
  readonly kind: string | null;
  readonly values: readonly { readonly code: string; readonly label: string | null }[];
};

/** Thai labels of closed lists, by the keys that hold them. */
const labelsOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  type: workTypeLabels,
  provenance: provenanceLabels,
  changeKind: changeKindLabels,
  legalNature: Object.fromEntries(Object.entries(legalNatureTexts).map(([code, { label }]) => [code, label])),
  evidenceLevel: evidenceLevelLabels,
  textRights: textRightsLabels,
  scope: scopeLabels,
  'parties.role': partyRoleLabels,
  'people.capacity': capacityLabels,
  'claims.roles': partyRoleLabels,
  'commitments.comparator': comparatorLabels,
  'commitments.scope': commitmentScopeLabels,
  'commitments.per': commitmentPeriodLabels,
  'relations.kind': relationKindLabels,
  'sources.evidenceLevel': evidenceLevelLabels,
  'attachments.kind': attachmentKindLabels,
};

const subtypes = Object.assign({}, ...documentTypes.map((type) => type.subtypes)) as Record<string, string>;

const plainKinds: Readonly<Record<string, string>> = {
  string: 'ข้อความ',
  integer: 'จำนวนเต็ม',
  number: 'จำนวน',
  boolean: 'ใช่หรือไม่',
  array: 'รายการ',
  object: 'กลุ่มข้อมูล',
};

const fieldKinds: Readonly<Record<FieldKind, string>> = {
  text: 'ข้อความ',
  list: 'รายการข้อความ',
  quantity: 'จำนวนพร้อมหน่วย',
  date: 'วันที่',
  organisation: 'หน่วยงานของทะเบียน',
  work: 'เอกสารของทะเบียน',
  provision: 'ข้อของฉบับ',
  choice: 'รหัสหนึ่งค่า',
  choices: 'รหัสหลายค่า',
  rows: 'ตาราง',
};

/** The schemas of manifests of all types by key, each as its first type has it; facts are told from the catalogue. */
const propertiesOf = (schema: Schema): Readonly<Record<string, Schema>> =>
  (schema.properties ?? {}) as Readonly<Record<string, Schema>>;

const manifest = propertiesOf(z.toJSONSchema(manifestShape('charters'), { io: 'output' }));

/** Every key of a manifest, with the keys of its lists behind it. */
export const manifestRows: readonly FieldRow[] = Object.entries(manifest).flatMap(([key, schema]) => {
  const words: Readonly<Record<string, string>> = manifestFieldWords;
  const inner: Readonly<Record<string, Readonly<Record<string, string>>>> = listFieldWords;
  const entries = inner[key] === undefined ? {} : propertiesOf(schema.items as Schema);
  return [
    rowOf(key, words[key] ?? '', schema),
    ...Object.entries(entries).map(([name, one]) => rowOf(`${key}.${name}`, inner[key]?.[name] ?? '', one)),
  ];
});

function rowOf(name: string, meaning: string, schema: Schema): FieldRow {
  const labels = name === 'subtype' ? subtypes : (labelsOf[name] ?? {});
  const codes = name === 'type' || name === 'subtype' ? Object.keys(labels) : codesOf(schema);
  return {
    name,
    meaning,
    kind: kindOf(schema),
    values: codes.map((code) => ({ code, label: labels[code] ?? null })),
  };
}

function codesOf(schema: Schema): readonly string[] {
  if (schema.enum !== undefined) return schema.enum.map(String);
  if (typeof schema.const === 'string') return [schema.const];
  if (schema.type === 'array') return codesOf(schema.items as Schema);
  return (schema.anyOf ?? []).flatMap((one) => codesOf(one as Schema));
}

function kindOf(schema: Schema): string {
  const options = (schema.anyOf ?? []) as readonly Schema[];
  if (options.some(({ type }) => type === 'null')) {
    return `${kindOf(options.find(({ type }) => type !== 'null') ?? {})} ว่างได้`;
  }
  if (Array.isArray(schema.type)) return `${plainKinds[schema.type[0] ?? ''] ?? ''} ว่างได้`;
  if (schema.oneOf !== undefined) return 'ข้อเท็จจริง';
  if (schema.enum !== undefined || schema.const !== undefined) return 'รหัส';
  return plainKinds[schema.type ?? ''] ?? 'ข้อมูล';
}

/** The facts that the catalogue asks of each type, with the columns of tables behind them. */
export const factTables = documentTypes.map(({ type, label, fields }) => ({
  type,
  title: label,
  rows: fields.flatMap((field) => fieldRows(field, 'facts.')),
}));

function fieldRows(field: Field, above: string): readonly FieldRow[] {
  const name = `${above}${field.key}`;
  const options = field.kind === 'choice' || field.kind === 'choices' ? field.options : {};
  return [
    {
      name,
      meaning: field.label,
      kind: fieldKinds[field.kind],
      values: Object.entries(options).map(([code, label]) => ({ code, label })),
    },
    ...(field.kind === 'rows' ? field.columns.flatMap((column) => fieldRows(column, `${name}.`)) : []),
  ];
}

/** Every table to take away, with its columns. */
export const fileTables = dataFiles.map(({ address, title, columns, about = null }) => ({
  address,
  title,
  about,
  rows: columns.map(({ name, meaning }): FieldRow => ({ name, meaning, kind: null, values: [] })),
}));
