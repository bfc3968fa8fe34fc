import content from '../../../../content/glossary.json' with { type: 'json' };
import { glossarySchema } from '../../../catalogue/glossary.ts';
import type { ExplainedTerm } from '../../../components/edition-view.ts';
import type { Manifest } from '../../../domain/edition.ts';
import { findTerms } from '../../../domain/find-terms.ts';

/** A reader takes in about so many new words; the rest is in the glossary. */
const MOST_TERMS = 10;

const glossary = glossarySchema.parse(content).filter(({ isCommon }) => !isCommon);

/** The words of the trade that an edition uses most, in the order in which a reader meets them. */
export function editionTerms({
  title,
  summary,
  body,
}: Pick<Manifest, 'title' | 'summary' | 'body'>): readonly ExplainedTerm[] {
  return findTerms(`${title}\n${summary ?? ''}\n${body}`, glossary, MOST_TERMS);
}
