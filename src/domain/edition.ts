import type { WrittenDate } from '../thai/written-date.ts';
import type { Attachment } from './attachment.ts';
import type { Fact } from './fact.ts';
import type { FactValue } from './fact-value.ts';
import type { WorkType } from './work.ts';

/** Where a record comes from: a documented real text, our own model text, or obvious test data. */
export const provenances = ['documented', 'model', 'test'] as const;
export type Provenance = (typeof provenances)[number];

/** What kind of text this is; a charter is a social agreement and never law. */
export const legalNatures = [
  'social_agreement',
  'mou',
  'declaration',
  'plan',
  'ordinance',
  'informational',
] as const;
export type LegalNature = (typeof legalNatures)[number];

export const evidenceLevels = ['full_text', 'excerpt', 'news_report', 'mention'] as const;
export type EvidenceLevel = (typeof evidenceLevels)[number];

/** How the edition relates to the one before it. */
export const changeKinds = ['first', 'substantive', 'correction', 'editorial'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What the record holds of the text itself: our own words, a permitted or public text, or facts only. */
export const textRights = ['own', 'permission', 'public', 'none'] as const;
export type TextRights = (typeof textRights)[number];

export const scopes = [
  'village',
  'tambon',
  'tambons',
  'community',
  'lao_area',
  'city',
  'district',
  'province',
  'basin',
  'group',
  'network',
  'national',
] as const;
export type Scope = (typeof scopes)[number];

export const partyRoles = [
  'party',
  'member',
  'hub',
  'funder',
  'academic_centre',
  'national_agency',
  'secretariat',
  'facilitator',
  'owner',
  'supporter',
  'monitor',
] as const;
export type PartyRole = (typeof partyRoles)[number];

export const partyActions = ['sign', 'join', 'withdraw', 'succeed'] as const;

export type Party = {
  /** Slug of an organisation of the register. */
  readonly organisation: string;
  readonly role: PartyRole;
  readonly note: string | null;
  readonly actions: readonly {
    readonly kind: (typeof partyActions)[number];
    readonly date: Fact<WrittenDate>;
  }[];
  readonly sources: readonly string[];
};

export const capacities = ['signatory', 'witness', 'presiding', 'speaker', 'chair', 'attending'] as const;
export type Capacity = (typeof capacities)[number];

/** A person named in office: name, position, capacity, and nothing else about the person. */
export type Mention = {
  /** Null when the source gives the office only. */
  readonly name: string | null;
  readonly office: string;
  readonly organisation: string | null;
  readonly capacity: Capacity;
  readonly sources: readonly string[];
};

/** A stated value kept apart from what the register itemises. */
export type Claim = {
  /** What is claimed; `parties` is counted against the itemised parties in `roles`. */
  readonly property: string;
  readonly value: number;
  readonly unit: string;
  readonly textAsWritten: string;
  readonly roles: readonly PartyRole[];
  readonly note: string | null;
  readonly sources: readonly string[];
};

export const comparators = ['at_least', 'at_most', 'exactly', 'more_than'] as const;
export const commitmentScopes = ['network', 'each_party', 'each_place', 'national', 'event'] as const;

export type Commitment = {
  readonly id: string;
  readonly metric: string;
  readonly comparator: (typeof comparators)[number];
  readonly value: number;
  readonly unit: string;
  /** One reading, or every possible reading when the source does not settle it. */
  readonly scope: readonly (typeof commitmentScopes)[number][];
  /** `be_year`: counted again each Buddhist-era year. */
  readonly per: 'be_year' | null;
  readonly due: Fact<WrittenDate>;
  readonly period: string | null;
  readonly domain: string | null;
  readonly provision: string | null;
  readonly textAsWritten: string;
  readonly sources: readonly string[];
};

export const relationKinds = [
  'implements',
  'derives_from',
  'amends',
  'replaces',
  'supplements',
  'cites',
  'instance_of_template',
  'feeds_into',
  'evidence_for',
  'adopts',
] as const;

export type Relation = {
  readonly kind: (typeof relationKinds)[number];
  /** `type/slug`, or `type/slug#eid`. */
  readonly target: string;
  readonly note: string | null;
};

export type Source = {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly published: Fact<WrittenDate>;
  readonly retrieved: string | null;
  readonly evidenceLevel: EvidenceLevel | null;
  readonly note: string | null;
};

/**
 * All that an edition says: metadata and Markdown body. Its canonical JSON (RFC 8785) is what is
 * stored, hashed with SHA-256 and never changed; every table used for lists is a projection of it.
 */
export type Manifest = {
  readonly format: 1;
  readonly type: WorkType;
  readonly slug: string;
  /** The register's running number of the edition, from 1. */
  readonly edition: number;
  readonly title: string;
  readonly titleEn: string | null;
  readonly aliases: readonly string[];
  readonly provenance: Provenance;
  readonly subtype: string;
  /** The edition as printed, such as ฉบับที่ 6 พ.ศ. 2560. */
  readonly label: Fact<string>;
  readonly changeKind: ChangeKind;
  readonly changeNote: string | null;
  readonly summary: string | null;
  readonly legalNature: LegalNature;
  readonly evidenceLevel: EvidenceLevel | null;
  readonly textRights: TextRights;
  readonly scope: Scope | null;
  readonly scopeNote: string | null;
  /** Official codes of 2, 4, 6 or 8 digits. */
  readonly places: readonly string[];
  /** Codes of places of which one is meant, when the source does not say which. */
  readonly possiblePlaces: readonly string[];
  readonly placeNote: string | null;
  readonly adopted: Fact<WrittenDate>;
  readonly effective: Fact<WrittenDate>;
  readonly reviewDue: Fact<WrittenDate>;
  /** `scheme/term` of the vocabularies. */
  readonly topics: readonly string[];
  readonly facts: Readonly<Record<string, Fact<FactValue>>>;
  readonly parties: readonly Party[];
  readonly people: readonly Mention[];
  readonly claims: readonly Claim[];
  readonly commitments: readonly Commitment[];
  readonly relations: readonly Relation[];
  readonly sources: readonly Source[];
  /** Files that belong to the edition; absent, never empty, when there are none. */
  readonly attachments?: readonly Attachment[];
  readonly body: string;
};
