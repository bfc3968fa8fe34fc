import { beforeAll, expect, test } from 'vitest';
import type { Register } from '../../db/connection.ts';
import type { Network } from '../../src/domain/network.ts';
import { importArchive } from '../../src/registry/import-archive.ts';
import { testNetwork } from '../../src/specimens/data/networks.ts';
import { aDeskSite } from '../support/desk-site.ts';
import { emptyRegister } from '../support/empty-register.ts';
import { northOrganisation } from '../support/made-up-country.ts';
import { archiveOf, editionText } from '../support/test-archive.ts';

/** What a news item gives that says little more than a name. */
const bare: Network = {
  ...testNetwork,
  slug: 'bare-network',
  ...{ aims: [], aliases: [], nameEn: null, note: null, placeNote: null, places: [] },
  ...{ parent: null, programme: null, organisation: null, membersNote: null },
  ...{ members: [], works: [], claims: [], events: [], groups: [], dataSystems: [], schemes: [] },
};
const told: Network = { ...bare, slug: 'told-network', aims: ['ดูแลน้ำทดสอบ'] };

let register: Register;
beforeAll(async () => {
  register = await emptyRegister();
  const edition = editionText(1, { provenance: 'documented', evidenceLevel: 'mention' });
  const archive = { ...archiveOf([edition], { organisations: [northOrganisation] }), networks: [bare, told] };
  const imported = await importArchive(register, archive, '2026-11-22T00:00:00.000Z');
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
});

test('a network of which little is known has no empty section, and says that nobody names its members', async () => {
  const site = await aDeskSite(register);
  const { status, html } = await site.get('/networks/bare-network', null);
  expect(status).toBe(200);
  expect(html).not.toContain('ข้อมูลของเครือข่าย');
  expect(html).toContain('ยังไม่มีแหล่งอ้างอิงใดระบุชื่อสมาชิก');
  expect((await site.get('/networks/told-network', null)).html).toContain('ข้อมูลของเครือข่าย');
});
