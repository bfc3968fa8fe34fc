import { addresses } from '../domain/addresses.ts';
import type { Concordance } from '../domain/concordance.ts';
import { givenValue } from '../domain/fact.ts';
import { namedPlace } from './list-export.ts';

/** A concordance with the question that it answers. */
export type ConcordanceExport = {
  readonly concordance: Concordance;
  readonly topic: { readonly id: string; readonly label: string; readonly words: readonly string[] };
  /** As of when the register is read, in the form in which it can be asked again. */
  readonly asOf: string;
  /** Path and query of the page. */
  readonly path: string;
  readonly origin: string;
};

/** One row for each clause, in the order of the page. */
export const concordanceRows = ({ concordance, origin }: ConcordanceExport) =>
  concordance.columns.flatMap(({ place, works }) =>
    works.flatMap((work) =>
      work.clauses.map(({ eid, label, heading, text, words }) => ({
        place: namedPlace(place),
        type: work.type,
        slug: work.slug,
        title: work.card.title,
        edition: work.number,
        adopted: givenValue(work.card.adopted),
        standing: work.standing,
        provenance: work.card.provenance,
        provision: { id: eid, label, heading, text },
        words,
        address: new URL(addresses.provision(work, work.number, eid), origin).href,
      })),
    ),
  );
