import type { LegalNature } from '../domain/edition.ts';
import type { EventKind } from '../domain/timeline.ts';
import type { WorkType } from '../domain/work.ts';

/** What one optional fact of a document type holds. */
export type FieldKind = 'text' | 'list' | 'quantity' | 'date';

export type Field = {
  readonly key: string;
  readonly label: string;
  readonly kind: FieldKind;
};

/** Everything the register needs to know of a document type; one file per type. */
export type DocumentType = {
  readonly type: WorkType;
  /** Thai name of one and of the list, such as ธรรมนูญ and ธรรมนูญพื้นที่. */
  readonly label: string;
  readonly listLabel: string;
  /** One sentence that says what this type is, for people who have never met the word. */
  readonly explanation: string;
  readonly subtypes: Readonly<Record<string, string>>;
  readonly legalNatures: readonly LegalNature[];
  /** The facts asked of every work of this type; each is shown with its value state. */
  readonly fields: readonly Field[];
  readonly events: readonly EventKind[];
  /** Wording of the date an edition stands from. */
  readonly adoptedLabel: string;
};

export const text = (key: string, label: string): Field => ({ key, label, kind: 'text' });
export const list = (key: string, label: string): Field => ({ key, label, kind: 'list' });
export const quantity = (key: string, label: string): Field => ({ key, label, kind: 'quantity' });
export const date = (key: string, label: string): Field => ({ key, label, kind: 'date' });
