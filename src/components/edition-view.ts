import type { FactValue, Manifest, Relation } from '../domain/edition.ts';
import type { Fact } from '../domain/fact.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { PlaceChain } from '../domain/place.ts';
import type { Provision } from '../domain/provision.ts';
import type { Standing, WorkEvent } from '../domain/timeline.ts';
import type { WorkName } from '../domain/work.ts';
import type { EditionRole, TimelineEdition, TimelineEntry } from '../domain/work-timeline.ts';

/** All that the page of an edition shows. */
export type EditionView = {
  readonly work: WorkName;
  readonly manifest: Manifest;
  readonly sha256: string;
  readonly publishedAt: string;
  /** Safe HTML; made by the renderer and by nothing else. */
  readonly html: string;
  readonly provisions: readonly Provision[];
  readonly currentNumber: number;
  readonly editions: readonly TimelineEdition[];
  readonly events: readonly WorkEvent[];
  /** Editions, events and the review that is due, as one list, latest first. */
  readonly timeline: readonly TimelineEntry[];
  /** What this edition is among those of its work. */
  readonly role: EditionRole;
  /** How the work was withdrawn; null while it stands. */
  readonly withdrawal: WorkEvent | null;
  readonly standing: Standing;
  readonly places: readonly PlaceChain[];
  readonly possiblePlaces: readonly PlaceChain[];
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly topics: readonly {
    readonly topic: string;
    readonly scheme: string;
    readonly schemeTitle: string;
    readonly label: string;
  }[];
};

/** How an edition lets itself be cited, taken away and shared. */
export type EditionSharing = {
  /** The Thai form, one line. */
  readonly citation: string;
  /** Forms for reference managers, each with its text and the address of its file. */
  readonly forms: readonly {
    readonly id: string;
    readonly label: string;
    readonly text: string;
    readonly href: string;
  }[];
  /** The whole edition as files. */
  readonly files: readonly { readonly label: string; readonly href: string; readonly contentType: string }[];
  /** schema.org JSON-LD, safe inside a script element. */
  readonly jsonLd: string;
};

/** What a document type calls things. */
export type TypeWording = {
  /** Thai name of the list, such as ธรรมนูญพื้นที่. */
  readonly listLabel: string;
  readonly subtypes: Readonly<Record<string, string>>;
  /** Wording of the date an edition stands from. */
  readonly adoptedLabel: string;
  /** The facts asked of every work of the type, in order. */
  readonly fields: readonly { readonly key: string; readonly label: string }[];
};

/** A relation whose target has been looked up. */
export type NamedRelation = {
  readonly kind: Relation['kind'];
  readonly note: string | null;
  readonly title: string;
  /** Null when the register does not have the target. */
  readonly href: string | null;
};

export type LabelledFact = { readonly label: string; readonly fact: Fact<FactValue> };

/** A word of the glossary that occurs in an edition. */
export type ExplainedTerm = { readonly slug: string; readonly term: string; readonly definition: string };
