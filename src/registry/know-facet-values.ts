import type { Register } from '../../db/connection.ts';
import { findPlaceChains } from '../../db/places.ts';
import { findTopics } from '../../db/topics.ts';
import { toArabicDigits } from '../thai/digits.ts';

/**
 * Whether the register knows the province and the topic that an address names.
 * @returns a question that is true for those of the asked values that exist
 */
export async function knowFacetValues(
  register: Register,
  asked: { readonly province: string | null; readonly topic: string | null },
): Promise<(value: string) => boolean> {
  const province = toArabicDigits(asked.province?.trim() ?? '');
  const topic = asked.topic?.trim() ?? '';
  const chains = await findPlaceChains(register.read, /^\d{2}$/.test(province) ? [province] : []);
  const topics = topic === '' ? [] : await findTopics(register.read, [topic]);
  const known = new Set([...chains.keys(), ...topics.map((one) => one.topic)]);
  return (value) => known.has(value);
}
