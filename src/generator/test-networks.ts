import { notStated } from '../domain/fact.ts';
import type { Network, NetworkMember } from '../domain/network.ts';
import { partyNumbers } from './test-agreement.ts';
import { testOrganisationSlug } from './test-organisations.ts';

/**
 * The networks of a test register, one for every fifty works: each agreement came out of one of them, and the parties
 * of the first are its members.
 * @param agreements slugs of the agreements, by index
 */
export function testNetworks(works: number, agreements: readonly string[]): readonly Network[] {
  const count = Math.ceil(works / 50);
  return Array.from({ length: count }, (_, index) => ({
    slug: `test-network-${String(index + 1).padStart(4, '0')}`,
    kind: 'network' as const,
    name: `เครือข่ายทดสอบ ${index + 1}`,
    nameEn: null,
    aliases: [],
    summary: 'เครือข่ายสมมติเพื่อทดสอบระบบ',
    ...{ parent: null, programme: null, organisation: null, aims: [], places: [], placeNote: null },
    members: partyNumbers(index, works).map((number, position) => memberOf(number, position === 0)),
    membersNote: null,
    claims: [],
    works: agreements.filter((_slug, at) => at % count === index).map((slug) => `agreements/${slug}`),
    ...{ events: [], groups: [], dataSystems: [], schemes: [], note: null, sources: [] },
  }));
}

const memberOf = (number: number, isHub: boolean): NetworkMember => ({
  organisation: testOrganisationSlug(number),
  role: isHub ? 'hub' : 'member',
  since: notStated,
  until: notStated,
  ...{ functions: [], teaches: [], note: null, sources: [] },
});
