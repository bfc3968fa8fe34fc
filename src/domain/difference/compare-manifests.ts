import type { WrittenDate } from '../../thai/written-date.ts';
import { type Attachment, attachmentsOf } from '../attachment.ts';
import type { Claim, Commitment, Manifest, Mention, Party, Relation, Source } from '../edition.ts';
import type { Fact } from '../fact.ts';
import type { FactValue } from '../fact-value.ts';
import { compareLists, isSameValue, type ListDifference } from './compare-lists.ts';
import { type CompareTexts, replaceWhole, type TextRun } from './text-runs.ts';

/** The fields of running text, marked word by word. */
export const textFields = ['title', 'titleEn', 'summary', 'scopeNote', 'placeNote'] as const;
/** The fields whose value is one of a closed list, or nothing. */
export const choiceFields = [
  'subtype',
  'legalNature',
  'scope',
  'evidenceLevel',
  'textRights',
  'provenance',
] as const;
export const dateFields = ['adopted', 'effective', 'reviewDue'] as const;
/** The fields that are lists of codes or names. */
export const nameFields = ['places', 'possiblePlaces', 'topics', 'aliases'] as const;

/** One field that has another value. Its own account of the change and its number are not compared. */
export type FieldChange =
  | {
      readonly kind: 'text';
      readonly field: (typeof textFields)[number];
      readonly marks: readonly TextRun[];
    }
  | {
      readonly kind: 'choice';
      readonly field: (typeof choiceFields)[number];
      readonly before: string | null;
      readonly after: string | null;
    }
  | {
      readonly kind: 'label';
      readonly before: Fact<string>;
      readonly after: Fact<string>;
    }
  | {
      readonly kind: 'date';
      readonly field: (typeof dateFields)[number];
      readonly before: Fact<WrittenDate>;
      readonly after: Fact<WrittenDate>;
    }
  | {
      readonly kind: 'names';
      readonly field: (typeof nameFields)[number];
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  | {
      readonly kind: 'fact';
      /** Key of the fact in the catalogue of its type. */
      readonly key: string;
      /** Null when the edition says nothing of it. */
      readonly before: Fact<FactValue> | null;
      readonly after: Fact<FactValue> | null;
    };

/** What differs between two editions beside their text. */
export type ManifestDifference = {
  readonly fields: readonly FieldChange[];
  readonly parties: ListDifference<Party>;
  readonly commitments: ListDifference<Commitment>;
  readonly people: ListDifference<Mention>;
  readonly claims: ListDifference<Claim>;
  readonly relations: ListDifference<Relation>;
  readonly sources: ListDifference<Source>;
  readonly attachments: ListDifference<Attachment>;
};

/**
 * Compares all that two editions say beside their text: parties by organisation and role, commitments and sources
 * by id, people by office and capacity, claims by what is claimed, relations by kind and target, files by their bytes.
 */
export function compareManifests(
  before: Manifest,
  after: Manifest,
  compareTexts: CompareTexts = replaceWhole,
): ManifestDifference {
  const list = <T>(of: (manifest: Manifest) => readonly T[], keyOf: (entry: T) => readonly unknown[]) =>
    compareLists(of(before), of(after), (entry) => JSON.stringify(keyOf(entry)));
  return {
    fields: [...ownFields(before, after, compareTexts), ...factFields(before, after)],
    parties: list(
      ({ parties }) => parties,
      ({ organisation, role }) => [organisation, role],
    ),
    commitments: list(
      ({ commitments }) => commitments,
      ({ id }) => [id],
    ),
    people: list(
      ({ people }) => people,
      ({ name, office, capacity }) => [name, office, capacity],
    ),
    claims: list(
      ({ claims }) => claims,
      ({ property, unit, roles }) => [property, unit, roles],
    ),
    relations: list(
      ({ relations }) => relations,
      ({ kind, target }) => [kind, target],
    ),
    sources: list(
      ({ sources }) => sources,
      ({ id }) => [id],
    ),
    attachments: list(attachmentsOf, ({ sha256 }) => [sha256]),
  };
}

function ownFields(before: Manifest, after: Manifest, compareTexts: CompareTexts): readonly FieldChange[] {
  const texts = textFields.flatMap((field): readonly FieldChange[] => {
    const [old, recent] = [before[field] ?? '', after[field] ?? ''];
    return old === recent ? [] : [{ kind: 'text', field, marks: compareTexts(old, recent) }];
  });
  const label: readonly FieldChange[] = isSameValue(before.label, after.label)
    ? []
    : [{ kind: 'label', before: before.label, after: after.label }];
  const dates = dateFields.flatMap((field): readonly FieldChange[] =>
    isSameValue(before[field], after[field])
      ? []
      : [{ kind: 'date', field, before: before[field], after: after[field] }],
  );
  const choices = choiceFields.flatMap((field): readonly FieldChange[] =>
    before[field] === after[field]
      ? []
      : [{ kind: 'choice', field, before: before[field], after: after[field] }],
  );
  const names = nameFields.flatMap((field): readonly FieldChange[] => {
    const { added, removed } = compareLists(before[field], after[field], (name) => name);
    return added.length + removed.length === 0 ? [] : [{ kind: 'names', field, added, removed }];
  });
  return [...texts, ...label, ...dates, ...choices, ...names];
}

function factFields(before: Manifest, after: Manifest): readonly FieldChange[] {
  const keys = new Set([...Object.keys(before.facts), ...Object.keys(after.facts)]);
  return [...keys].flatMap((key): readonly FieldChange[] => {
    const [old, recent] = [before.facts[key] ?? null, after.facts[key] ?? null];
    return isSameValue(old, recent) ? [] : [{ kind: 'fact', key, before: old, after: recent }];
  });
}
