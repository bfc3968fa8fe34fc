import { type ConcordanceExport, concordanceRows, namedPlace } from './concordance-rows.ts';

/** A concordance as JSON: the question, the rule, the places and a clause to a line. */
export function writeConcordanceJson(exported: ConcordanceExport): string {
  const { concordance, topic, asOf, path, origin } = exported;
  const rows = concordanceRows(exported);
  const head = {
    asOf,
    address: new URL(path, origin).href,
    day: concordance.day,
    topic,
    places: concordance.columns.map(({ place, works }) => ({ ...namedPlace(place), works: works.length })),
    withoutWorks: concordance.empty.map(namedPlace),
    notRead: concordance.rest.map(namedPlace),
    total: rows.length,
  };
  const lines = rows.map((row) => JSON.stringify(row)).join(',\n');
  return `${JSON.stringify(head).slice(0, -1)},"clauses":[\n${lines}\n]}\n`;
}
