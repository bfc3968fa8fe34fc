import type { Field } from '../catalogue/document-type.ts';
import type { Relation } from '../domain/edition.ts';
import type { Fact } from '../domain/fact.ts';
import type { FactValue } from '../domain/fact-value.ts';

/** All that the page of an edition shows: what the register opens. */
export type { EditionPage as EditionView } from '../registry/open-edition.ts';

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
  readonly fields: readonly Field[];
};

/** A provision by its label, and where it is read. */
export type PartLink = { readonly label: string; readonly href: string };

/** Ties of one kind to another work whose end has been looked up. */
export type NamedRelation = {
  readonly kind: Relation['kind'];
  readonly title: string;
  /** Null when the register does not have the other end. */
  readonly href: string | null;
  /** Where it is told how the text that was written after the other one differs from it; null for other ties. */
  readonly deviation: string | null;
  /** Each with the provisions of this edition and of the other work that it ties, where it names them. */
  readonly ties: readonly {
    readonly own: PartLink | null;
    readonly other: PartLink | null;
    readonly note: string | null;
  }[];
};

/** How a work is tied to others, seen from both ends. */
export type NamedRelations = {
  readonly outgoing: readonly NamedRelation[];
  /** Works that point at this one. */
  readonly incoming: readonly NamedRelation[];
  readonly incomingTotal: number;
  /** How many current editions are written after this text as a model. */
  readonly instances: number;
  /** The cases of which something stands in the work, and where they went. */
  readonly spreadOf: readonly { readonly title: string; readonly href: string }[];
  /** The accepted deeds of which the work is the proof: toward what, of which agreement, and where it is counted. */
  readonly proves: readonly { readonly metric: string; readonly title: string; readonly href: string }[];
};

export type LabelledFact = {
  readonly label: string;
  readonly fact: Fact<FactValue>;
  /** Of a fact of the catalogue. */
  readonly field?: Field;
};

/** A word of the glossary that occurs in an edition. */
export type ExplainedTerm = { readonly slug: string; readonly term: string; readonly definition: string };
