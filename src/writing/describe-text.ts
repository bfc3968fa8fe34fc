import { checkNumbering, type NumberingProblem } from '../domain/numbering/check-numbering.ts';
import { type OutlinedPart, outlinedParts } from '../domain/numbering/outlined-part.ts';
import { renderBody } from '../render/render-markdown.ts';
import { type FoundAbbreviation, findAbbreviations } from './find-abbreviations.ts';

/** What can be said of a text while it is written. */
export type TextDescription = {
  /** Safe HTML, as readers would see it. */
  readonly html: string;
  readonly parts: readonly OutlinedPart[];
  readonly problems: readonly NumberingProblem[];
  readonly abbreviations: readonly FoundAbbreviation[];
};

/** Renders a body, outlines it and looks it over. Any text can be described. */
export function describeText(body: string): TextDescription {
  const { html, provisions, starts } = renderBody(body);
  const parts = outlinedParts(provisions, starts);
  return { html, parts, problems: checkNumbering(parts), abbreviations: findAbbreviations(body) };
}
