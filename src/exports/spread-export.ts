import { addresses } from '../domain/addresses.ts';
import type { AdoptionStatement } from '../domain/adoption.ts';
import type { AsOf } from '../domain/as-of.ts';
import type { SpreadAdoption } from '../domain/spread.ts';
import { keyOfWork, type WorkName } from '../domain/work.ts';

type TitledEdition = WorkName & { readonly title: string; readonly currentNumber: number };

/** What became of a case in other places, as both formats tell it. */
export type SpreadExport = {
  readonly work: TitledEdition;
  readonly sha256: string;
  readonly asOf: AsOf;
  readonly adopters: number;
  readonly hops: number;
  readonly isWhole: boolean;
  /** Nearest first; `places` from each place up to its province. */
  readonly adoptions: readonly (SpreadAdoption & {
    readonly adopterName: string;
    readonly originWork: TitledEdition | null;
    readonly adopterWork: TitledEdition | null;
    readonly places: readonly (readonly { readonly code: string }[])[];
    readonly deeds: readonly {
      readonly agreement: string;
      readonly metric: string;
      readonly number: number;
    }[];
  })[];
  readonly organisations: ReadonlyMap<string, { readonly name: string }>;
  readonly origin: string;
};

type Exported = SpreadExport['adoptions'][number];

/** An adoption as its rows begin. */
export function adoptionRow(adoption: Exported, { organisations, asOf, origin }: SpreadExport) {
  const { hop, adopter, adopterName, adopterWork, originWork, places, deeds, contested } = adoption;
  return {
    hop,
    adopter: adopter.work === null ? null : keyOfWork(adopter.work),
    adopterName,
    adopterAddress: adopterWork === null ? null : new URL(addresses.work(adopterWork), origin).href,
    organisations: adopter.organisations.map((slug) => ({
      slug,
      name: organisations.get(slug)?.name ?? slug,
    })),
    places: places.flatMap((chain) => chain[0]?.code ?? []),
    origin: keyOfWork(adoption.origin),
    originTitle: originWork?.title ?? null,
    contested,
    evidence: deeds.map(({ agreement, metric, number }) => ({
      metric,
      address: new URL(addresses.commitments(agreement, asOf.day, `evidence-${number}`, asOf.text), origin)
        .href,
    })),
  };
}

/** One statement about an adoption: who tells it in which edition, and what. */
export function statementRow(statement: AdoptionStatement, adoption: Exported, { origin }: SpreadExport) {
  const { statedBy, kind, told, adapted, adaptedWords, date, change, sources } = statement;
  const addressOf = (work: TitledEdition | null, eid: string | null): string | null =>
    work === null || eid === null
      ? null
      : new URL(addresses.provision(work, work.currentNumber, eid), origin).href;
  return {
    statedBy,
    kind,
    toldIn: new URL(addresses.edition(told, told.edition), origin).href,
    taken: statement.origin.eid,
    takenAddress: addressOf(adoption.originWork, statement.origin.eid),
    adapted,
    adaptedAddress: addressOf(adoption.adopterWork, adapted),
    adaptedWords,
    dateState: date.kind,
    dateStart: date.kind === 'given' ? date.value.start : null,
    dateEnd: date.kind === 'given' ? date.value.end : null,
    dateAsWritten: date.kind === 'given' ? date.value.textAsWritten : null,
    change,
    sources: sources.map(({ title, url }) => ({ title, url })),
  };
}
