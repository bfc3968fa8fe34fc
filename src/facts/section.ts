import type { Manifest } from '../domain/edition.ts';
import type { FormField } from './shape.ts';

/** What of a draft decides which fields a section has. */
export type SectionOf = Pick<Manifest, 'type' | 'provenance' | 'legalNature'>;

/** A section of facts: one page of the desk, one form, and some keys of the manifest that no other section has. */
export type Section = {
  /** In the address of its page: `/desk/{type}/{slug}/facts/{key}`. */
  readonly key: string;
  readonly fields: (content: SectionOf) => readonly (FormField & { readonly key: keyof Manifest })[];
};
