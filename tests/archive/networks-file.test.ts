import { describe, expect, test } from 'vitest';
import { readNetworksFile, writeNetworksFile } from '../../src/archive/networks-file.ts';
import { checkNetwork } from '../../src/domain/check-network.ts';
import { testNetwork } from '../../src/specimens/data/networks.ts';

const read = (text: string) => readNetworksFile(text, 'networks.yaml');
const minimal =
  '- slug: test\n  kind: network\n  name: เครือข่ายทดสอบ\n  summary: ทดสอบ\n  sources:\n    - title: แหล่งทดสอบ\n';

describe('networks.yaml', () => {
  test('reads back what was written, and writes the same bytes', () => {
    const text = writeNetworksFile([testNetwork]) ?? '';
    const again = read(text);
    expect(again).toEqual({ ok: true, value: [testNetwork] });
    expect(writeNetworksFile(again.ok ? again.value : [])).toBe(text);
  });

  test('is written by slug, and not at all when there is nothing', () => {
    const text = writeNetworksFile([testNetwork, { ...testNetwork, slug: 'a-network' }]) ?? '';
    expect([...text.matchAll(/^- slug: (.+)$/gm)].map(([, slug]) => slug)).toEqual([
      'a-network',
      'test-network',
    ]);
    expect(writeNetworksFile([])).toBeNull();
  });

  test.each([
    ['kind: network', 'kind: party', 'kind', 'not_in_list', 2],
    ['slug: test', 'slug: Test Network', 'slug', 'bad_slug', 1],
    ['summary: ทดสอบ', 'summary: ทดสอบ\n  households: 12', 'households', 'unknown_field', 5],
    ['summary: ทดสอบ', 'summary: ทดสอบ\n  works: [nowhere/x]', 'works.0', 'unknown_work', 5],
    ['summary: ทดสอบ', 'summary: ทดสอบ\n  schemes: ["8 8"]', 'schemes.0', 'bad_slug', 5],
  ])('with %s as %s is refused at its line', (from, to, field, reason, line) => {
    const outcome = read(minimal.replace(from, to));
    expect(outcome).toMatchObject({ ok: false, problems: [{ field: `0.${field}`, reason, line }] });
  });
});

describe('the references of a network', () => {
  const known = {
    hasPlace: () => true,
    hasOrganisation: () => true,
    hasNetwork: () => true,
    hasWork: () => true,
  };

  test('are in order when everything is there', () => {
    expect(checkNetwork(testNetwork, known)).toEqual([]);
  });

  test('are refused one by one when nothing is', () => {
    const nothing = {
      hasPlace: () => false,
      hasOrganisation: () => false,
      hasNetwork: () => false,
      hasWork: () => false,
    };
    const fields = checkNetwork(testNetwork, nothing).map(({ field, reason }) => `${field} ${reason}`);
    expect(fields).toEqual([
      'parent unknown_network',
      'organisation unknown_organisation',
      'places.0 unknown_place',
      'works.0 unknown_work',
      'members.0.organisation unknown_organisation',
      'members.1.organisation unknown_organisation',
      'events.0.work unknown_work',
      'groups.0.organisation unknown_organisation',
      'dataSystems.0.owner unknown_organisation',
      'dataSystems.0.uses.0.organisation unknown_organisation',
    ]);
  });

  test('do not name the network itself as its parent, or a source that is not listed', () => {
    const own = { ...testNetwork, parent: testNetwork.slug, sources: testNetwork.sources.slice(0, 1) };
    const problems = checkNetwork(own, known);
    expect(problems[0]).toMatchObject({ field: 'parent', reason: 'unknown_network' });
    expect(problems.slice(1).every(({ reason }) => reason === 'unknown_source')).toBe(true);
    expect(problems.length).toBeGreaterThan(3);
  });
});
