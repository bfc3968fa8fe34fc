import { addresses } from '../domain/addresses.ts';
import type { AsOf } from '../domain/as-of.ts';
import type { CountedCommitment } from '../domain/counted-commitment.ts';
import type { Source } from '../domain/edition.ts';
import type { IsoDate } from '../domain/iso-date.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { PlaceChain } from '../domain/place.ts';
import { type WorkName, workNamed } from '../domain/work.ts';

/** The commitments of an agreement on a day, as both formats tell them. */
export type CommitmentsExport = {
  readonly work: WorkName;
  readonly title: string;
  readonly edition: number;
  readonly sha256: string;
  readonly day: IsoDate;
  readonly commitments: readonly CountedCommitment[];
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly places: ReadonlyMap<string, PlaceChain>;
  readonly sources: readonly Source[];
  readonly asOf: AsOf;
  readonly origin: string;
};

/** The address at which the same numbers stay for ever, or that of a commitment or deed there. */
export const commitmentsAddress = (
  { work, day, asOf, origin }: Pick<CommitmentsExport, 'work' | 'day' | 'asOf' | 'origin'>,
  fragment?: string,
): string => new URL(addresses.commitments(work.slug, day, fragment, asOf.text), origin).href;

/** The provision that states a commitment; null when none is given. */
export const provisionAddress = (
  { work, edition, origin }: Pick<CommitmentsExport, 'work' | 'edition' | 'origin'>,
  eid: string | null,
): string | null => (eid === null ? null : new URL(addresses.provision(work, edition, eid), origin).href);

/** A place by code and name. */
export function namedPlace({ places, origin }: Pick<CommitmentsExport, 'places' | 'origin'>, code: string) {
  const [place] = places.get(code) ?? [];
  return { code, name: place?.name ?? code, address: new URL(addresses.place(code), origin).href };
}

/** The address of the work that shows a deed. */
export function workAddress(path: string | null, origin: string): string | null {
  const work = workNamed(path);
  return work && new URL(addresses.work(work), origin).href;
}
