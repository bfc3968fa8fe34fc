import { addresses } from '../domain/addresses.ts';
import { adoptionRow, type SpreadExport, statementRow } from './spread-export.ts';

/** What became of a case as JSON: an entry for each adoption, with every statement about it. */
export function writeSpreadJson(spread: SpreadExport): string {
  const { work, sha256, day, adopters, hops, isWhole, adoptions, origin } = spread;
  const document = {
    type: 'cases',
    slug: work.slug,
    title: work.title,
    asOf: day,
    address: new URL(addresses.spread(work.slug), origin).href,
    edition: work.currentNumber,
    editionAddress: new URL(addresses.edition(work, work.currentNumber), origin).href,
    sha256,
    adopters,
    hops,
    isWhole,
    adoptions: adoptions.map((adoption) => ({
      ...adoptionRow(adoption, spread),
      statements: adoption.statements.map((statement) => statementRow(statement, adoption, spread)),
    })),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}
