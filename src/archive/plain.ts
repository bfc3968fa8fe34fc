import type { Field } from '../catalogue/document-type.ts';
import { documentType } from '../catalogue/index.ts';
import { type Attachment, attachmentsOf } from '../domain/attachment.ts';
import type { Manifest } from '../domain/edition.ts';
import type { Fact } from '../domain/fact.ts';
import { type FactValue, kindedValue, type Row } from '../domain/fact-value.ts';
import type { WrittenDate } from '../thai/written-date.ts';

type Plain = Record<string, unknown>;

const precisionByLength: Readonly<Record<number, string>> = { 4: 'year', 7: 'month', 10: 'day' };

/** A written date without what can be told from the rest. */
export function plainDate(date: WrittenDate): Plain {
  return kept({
    start: date.start,
    end: date.end,
    precision: date.precision === precisionByLength[date.start.length] ? null : date.precision,
    textAsWritten: date.textAsWritten,
    isInferred: date.isInferred ? true : null,
  });
}

/** Codes and references as the plain words that the schema of their field reads. */
function plainValue(value: FactValue, columns: readonly Field[]): unknown {
  const kinded = kindedValue(value);
  switch (kinded.kind) {
    case 'text':
      return kinded.text;
    case 'list':
      return kinded.lines;
    case 'rows':
      return kinded.rows.map((row) => plainFacts(row, columns));
    case 'quantity':
      return inOrder(kinded.quantity, ['amount', 'unit', 'textAsWritten']);
    case 'date':
      return plainDate(kinded.date);
    case 'codes':
      return typeof value === 'object' && 'code' in value ? value.code : kinded.codes;
    case 'organisation':
      return kinded.organisation;
    case 'work':
      return kinded.work;
    case 'provision':
      return kinded.provision;
    default:
      return kinded satisfies never;
  }
}

/**
 * A fact in the shortest form that reads back the same; null when not stated and nothing is noted.
 * @param columns of a table, in their order
 */
export function plainFact(fact: Fact<FactValue>, columns: readonly Field[] = []): unknown {
  switch (fact.kind) {
    case 'given': {
      const value = plainValue(fact.value, columns);
      if (fact.note === null && fact.sources.length === 0) return value;
      return kept({ value, note: fact.note, sources: some(fact.sources) });
    }
    case 'disputed':
      return kept({
        state: 'disputed',
        note: fact.note,
        values: fact.values.map((one) =>
          kept({ value: plainValue(one.value, columns), note: one.note, sources: some(one.sources) }),
        ),
      });
    case 'not_stated':
      return fact.note === null ? null : { state: 'not_stated', note: fact.note };
    case 'unknown':
    case 'none':
      return kept({ state: fact.kind, note: fact.note });
    default:
      return fact satisfies never;
  }
}

/** The metadata of a manifest as the archive writes it: fixed order of keys, defaults left out. */
export function plainManifest(manifest: Manifest): Plain {
  return {
    title: manifest.title,
    ...kept({
      titleEn: manifest.titleEn,
      aliases: some(manifest.aliases),
      provenance: manifest.provenance,
      subtype: manifest.subtype,
    }),
    edition: manifest.edition,
    label: plainFact(manifest.label),
    ...kept({
      changeKind: manifest.changeKind,
      changeNote: manifest.changeNote,
      summary: manifest.summary,
      legalNature: manifest.legalNature,
      evidenceLevel: manifest.evidenceLevel,
      textRights: manifest.textRights,
      scope: manifest.scope,
      scopeNote: manifest.scopeNote,
    }),
    places: manifest.places,
    ...kept({ possiblePlaces: some(manifest.possiblePlaces), placeNote: manifest.placeNote }),
    adopted: plainFact(manifest.adopted),
    ...kept({
      effective: plainFact(manifest.effective),
      reviewDue: plainFact(manifest.reviewDue),
      topics: some(manifest.topics),
      facts: factsInOrder(manifest),
      parties: some(
        manifest.parties.map((party) =>
          inOrder({ ...party, actions: party.actions.map(plainAction) }, [
            'organisation',
            'role',
            'note',
            'actions',
            'sources',
          ]),
        ),
      ),
      people: some(
        manifest.people.map((one) => inOrder(one, ['name', 'office', 'organisation', 'capacity', 'sources'])),
      ),
      claims: some(
        manifest.claims.map((one) =>
          inOrder(one, ['property', 'value', 'unit', 'textAsWritten', 'roles', 'note', 'sources']),
        ),
      ),
      commitments: some(
        manifest.commitments.map((one) => inOrder({ ...one, due: plainFact(one.due) }, commitmentKeys)),
      ),
      relations: some(manifest.relations.map((one) => inOrder(one, ['kind', 'target', 'note']))),
    }),
    sources: manifest.sources.map((one) =>
      inOrder({ ...one, published: plainFact(one.published) }, sourceKeys),
    ),
    ...kept({ attachments: some(attachmentsOf(manifest).map(plainAttachment)) }),
  };
}

const plainAttachment = ({ textEquivalent, ...file }: Attachment): Plain =>
  inOrder(
    {
      ...file,
      textIs: textEquivalent?.kind === 'body' ? 'body' : null,
      text: textEquivalent?.kind === 'text' ? textEquivalent.text : null,
    },
    ['sha256', 'name', 'title', 'kind', 'mediaType', 'bytes', 'pageCount', 'pages', 'textIs', 'text'],
  );

const commitmentKeys = [
  'id',
  'metric',
  'comparator',
  'value',
  'unit',
  'scope',
  'per',
  'due',
  'period',
  'domain',
  'provision',
  'textAsWritten',
  'sources',
] as const;

export const sourceKeys = [
  'id',
  'title',
  'publisher',
  'url',
  'published',
  'retrieved',
  'evidenceLevel',
  'note',
] as const;

const plainAction = (action: Manifest['parties'][number]['actions'][number]): Plain =>
  kept({ kind: action.kind, date: plainFact(action.date) });

/**
 * The facts in the order of the catalogue. One that was written down as not stated stays in the
 * file as null: the gap is part of the record.
 */
function factsInOrder({ facts, type }: Manifest): Plain | null {
  const plain = plainFacts(facts, documentType(type).fields);
  return Object.keys(plain).length === 0 ? null : plain;
}

function plainFacts(facts: Row, fields: readonly Field[]): Plain {
  const entries = fields.flatMap((field) => {
    const fact = facts[field.key];
    const columns = field.kind === 'rows' ? field.columns : [];
    return fact ? [[field.key, plainFact(fact, columns)] as const] : [];
  });
  return Object.fromEntries(entries);
}

const some = <T>(values: readonly T[]): readonly T[] | null => (values.length === 0 ? null : values);

/** The named keys in the given order, without nulls and empty lists. */
export function inOrder<T extends object>(object: T, keys: readonly (keyof T & string)[]): Plain {
  return kept(
    Object.fromEntries(
      keys.map((key) => {
        const value: unknown = object[key];
        return [key, Array.isArray(value) && value.length === 0 ? null : value];
      }),
    ),
  );
}

function kept(object: Readonly<Plain>): Plain {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== null && value !== undefined),
  );
}
