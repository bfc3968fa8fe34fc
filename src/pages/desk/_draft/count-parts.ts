import { renderBody } from '../../../render/render-markdown.ts';

/** How many parts of each kind a text has, as it would be read. */
export type PartCounts = {
  readonly chapters: number;
  readonly parts: number;
  readonly clauses: number;
  readonly headings: number;
  readonly tables: number;
};

export function countParts(markdown: string): PartCounts {
  const { provisions, html } = renderBody(markdown);
  const count = (kind: (typeof provisions)[number]['kind']): number =>
    provisions.filter((provision) => provision.kind === kind).length;
  return {
    chapters: count('chapter'),
    parts: count('part'),
    clauses: count('clause'),
    headings: count('heading'),
    tables: html.split('<table>').length - 1,
  };
}
