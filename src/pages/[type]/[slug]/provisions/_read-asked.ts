import type { WorkName } from '../../../../domain/work.ts';
import { nameOf } from '../_name-of.ts';

/** Which provision an address asks for; null when it cannot be the address of one. */
export type AskedProvision = {
  readonly name: WorkName;
  readonly eid: string;
  readonly edition: number | null;
  readonly page: number;
};

/** Reads the parameters and the query of the pages of a provision. */
export function readAsked(
  params: Readonly<Record<string, string | undefined>>,
  query: URLSearchParams,
): AskedProvision | null {
  const name = nameOf(params);
  const { eid = '' } = params;
  const [edition, page] = [query.get('edition'), query.get('page')];
  if (name === null || !/^[a-z][a-z0-9-]{0,79}$/.test(eid)) return null;
  if (![edition, page].every((text) => text === null || /^[1-9]\d{0,5}$/.test(text))) return null;
  return { name, eid, edition: edition === null ? null : Number(edition), page: Number(page ?? 1) };
}
