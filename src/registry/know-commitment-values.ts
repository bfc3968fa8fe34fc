import type { Register } from '../../db/connection.ts';
import { findNetwork } from '../../db/networks.ts';
import { findPlaceChains } from '../../db/places.ts';
import { toArabicDigits } from '../thai/digits.ts';

/**
 * Whether the register knows the province and the network that an address names.
 * @returns a question that is true for those of the asked values that exist
 */
export async function knowCommitmentValues(
  { read }: Register,
  asked: { readonly province: string | null; readonly network: string | null },
): Promise<(facet: 'province' | 'network', value: string) => boolean> {
  const code = toArabicDigits(asked.province?.trim() ?? '');
  const slug = asked.network?.trim() ?? '';
  const hasProvince = /^\d{2}$/.test(code) && (await findPlaceChains(read, [code])).has(code);
  const hasNetwork = /^[a-z0-9-]{1,80}$/.test(slug) && (await findNetwork(read, slug)) !== null;
  return (facet, value) =>
    facet === 'province' ? hasProvince && value === code : hasNetwork && value === slug;
}
