import { beforeEach, describe, expect, test } from 'vitest';
import type { Register } from '../../db/connection.ts';
import type { Network } from '../../src/domain/network.ts';
import { exportArchive } from '../../src/registry/export-archive.ts';
import { importArchive } from '../../src/registry/import-archive.ts';
import { listLatest } from '../../src/registry/list-latest.ts';
import { openNetwork } from '../../src/registry/open-network.ts';
import { openOrganisation } from '../../src/registry/open-organisation.ts';
import { openPlace } from '../../src/registry/open-place.ts';
import { readHealth } from '../../src/registry/read-health.ts';
import { testNetwork } from '../../src/specimens/data/networks.ts';
import { emptyRegister } from '../support/empty-register.ts';
import { northOrganisation } from '../support/made-up-country.ts';
import { archiveOf, editionText } from '../support/test-archive.ts';

const now = '2026-11-22T00:00:00.000Z';
const { slug: home } = northOrganisation;

const network: Network = {
  ...testNetwork,
  parent: null,
  organisation: null,
  places: ['9901'],
  members: testNetwork.members.slice(0, 1).map((one) => ({ ...one, organisation: home })),
  groups: [],
  dataSystems: [],
};
const archive = {
  ...archiveOf([editionText(1, { provenance: 'documented', evidenceLevel: 'mention' })], {
    organisations: [northOrganisation],
  }),
  networks: [network],
};

let register: Register;
beforeEach(async () => {
  register = await emptyRegister();
});

describe('a network of an archive', () => {
  test('enters with its works, is the same a second time, and leaves byte for byte', async () => {
    expect(await importArchive(register, archive, now)).toMatchObject({ ok: true, report: { networks: 1 } });
    expect(await importArchive(register, archive, now)).toMatchObject({ ok: true, report: { networks: 0 } });
    const files = await Array.fromAsync(exportArchive(register));
    const other = await emptyRegister();
    await importArchive(other, archive, now);
    expect(await Array.fromAsync(exportArchive(other))).toEqual(files);
    expect(files.map(({ path }) => path)).toContain('networks.yaml');
  });

  test('that differs from the one of the register is refused, and nothing of the archive enters', async () => {
    await importArchive(register, archive, now);
    const { revision } = await readHealth(register);
    const changed = { ...archive, networks: [{ ...network, summary: 'อื่น' }] };
    expect(await importArchive(register, changed, now)).toMatchObject({
      ok: false,
      problems: [{ file: 'networks.yaml', field: '0.slug', reason: 'differs_from_register' }],
    });
    expect((await readHealth(register)).revision).toBe(revision);
  });

  test('that stands twice or names what is not there is refused', async () => {
    const twice = {
      ...archive,
      networks: [network, network, { ...network, slug: 'third', works: ['plans/none'] }],
    };
    expect(await importArchive(register, twice, now)).toMatchObject({
      ok: false,
      problems: [
        { field: '1.slug', reason: 'duplicate' },
        { field: '2.works.0', reason: 'unknown_work', found: 'plans/none' },
      ],
    });
    expect((await readHealth(register)).editions).toBe(0);
  });

  test('is another state of the register', async () => {
    await importArchive(register, { ...archive, networks: [] }, now);
    const { revision } = await readHealth(register);
    await importArchive(register, archive, now);
    expect((await readHealth(register)).revision).toBeGreaterThan(revision);
  });
});

describe('what is told of a network', () => {
  beforeEach(async () => {
    await importArchive(register, archive, now);
  });

  test('is its members beside the claims, and its works', async () => {
    const opened = await openNetwork(register, network.slug, now);
    if (!opened.ok) throw new Error('not there');
    expect(opened.value.claims.map(({ named, isContested }) => [named, isContested])).toEqual([
      [1, true],
      [1, true],
      [null, false],
    ]);
    expect(opened.value.works.map(({ slug }) => slug)).toEqual(['test-tambon-one']);
    expect(opened.value.organisations.get(home)?.name).toBe(northOrganisation.name);
    expect(await openNetwork(register, 'nowhere', now)).toMatchObject({
      ok: false,
      refusal: { code: 'network_not_found' },
    });
  });

  test('stands on the page of its member, of the tambon that the member covers, and of places inside its own', async () => {
    const organisation = await openOrganisation(register, home, now);
    expect(organisation.ok && organisation.value.memberships).toMatchObject([
      { network: { slug: network.slug }, member: { role: 'hub', teaches: ['การทดสอบ'] } },
    ]);
    for (const code of ['9901', '990101', '990102']) {
      const place = await openPlace(register, code, now);
      expect([code, place.ok && place.value.networks.map(({ slug }) => slug)]).toEqual([
        code,
        [network.slug],
      ]);
    }
    const province = await openPlace(register, '99', now);
    expect(province.ok && province.value.networks).toEqual([]);
  });

  test('is followed by the editions of its works', async () => {
    const latest = await listLatest(register, { network: network.slug });
    expect(latest.ok && latest.value.editions.map(({ slug }) => slug)).toEqual(['test-tambon-one']);
    expect(await listLatest(register, { network: 'nowhere' })).toMatchObject({ ok: false });
  });
});
