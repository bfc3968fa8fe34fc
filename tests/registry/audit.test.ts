import { globSync, readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listAudit as listRows } from '../../db/audit-list.ts';
import { changeRoles } from '../../src/auth/change-roles.ts';
import { invitePerson } from '../../src/auth/invite-person.ts';
import { auditCsv } from '../../src/exports/audit-csv.ts';
import { auditActions, auditSentence } from '../../src/i18n/audit-sentences.ts';
import { amendWork } from '../../src/registry/amend-work.ts';
import { listAudit } from '../../src/registry/list-audit.ts';
import { switchFourEyes } from '../../src/registry/switch-four-eyes.ts';
import {
  aRegisterWithAnOpenDraft,
  organisationA,
  organisationB,
  type Story,
  storyBegins,
} from '../support/register-with.ts';

let story: Story;
beforeEach(async () => {
  story = await aRegisterWithAnOpenDraft();
});
afterEach(() => story.register.close());

const rowsOf = async (who: keyof Story['people'], filter = {}) => {
  const listed = await listAudit(story.register, story.people[who], filter, 1);
  return listed.ok ? listed.value.rows : listed.refusal.code;
};

/*
 * Writes that are nobody's deed: what saves itself while someone types (told by the revisions), the upkeep of sessions
 * and of lists, files that nothing refers to any more, reference data at every start, and made-up data for benches.
 */
const withoutDeed: readonly string[] = [
  'src/auth/auth.ts',
  'src/registry/count-commitments.ts',
  'src/registry/fill-wordings.ts',
  'src/registry/rebuild-facets.ts',
  'src/registry/steps/fill-in-parts.ts',
  'src/registry/store-generated.ts',
  'src/registry/store-reference-data.ts',
  'src/registry/sweep-files.ts',
];

/** A file, and the files of ours that it imports, one after another. */
function withImports(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  for (const [, path = ''] of text.matchAll(/^import (?!type)[^;]*?from '(\.[^']+\.ts)'/gm)) {
    const next = new URL(path, `file:///${file}`).pathname.slice(1);
    if (/^src\/(?:registry\/steps|auth)\//.test(next)) withImports(next, seen);
  }
  return seen;
}

describe('every deed is told', () => {
  const writers = globSync('src/{registry,auth}/**/*.ts')
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\bregister\.write\(|\bwrite\(async/.test(readFileSync(file, 'utf8')));

  test.each(writers.filter((file) => !withoutDeed.includes(file)))(
    '%s writes the audit where it writes',
    (file) => {
      const tells = [...withImports(file)].some((one) => readFileSync(one, 'utf8').includes('writeAudit('));
      expect(tells).toBe(true);
    },
  );

  test('and the verbs were found at all', () => {
    expect(writers.length).toBeGreaterThan(15);
    expect(withoutDeed.filter((file) => !writers.includes(file))).toEqual([]);
  });

  test('in words: every action that the code writes has a sentence', () => {
    const written = globSync('{src,db}/**/*.ts').flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      if (!text.includes('writeAudit(')) return [];
      return [...text.matchAll(/'([a-z_]+\.[a-z_]+)'/g)].map(([, action = '']) => action);
    });
    const deeds = ['saved', 'merged', 'restored', 'imported', 'submitted', 'returned', 'approved'];
    const all = [...written, ...deeds.map((kind) => `draft.${kind}`), 'remark.answered', 'remark.resolved'];
    expect([...new Set(all)].filter((action) => !auditActions.includes(action))).toEqual([]);
    expect(written.length).toBeGreaterThan(20);
    for (const action of all) expect(auditSentence(action, {})).toMatch(/[ก-๙]/);
  });
});

describe('the audit trail', () => {
  test('never changes and never goes', async () => {
    for (const change of [sql`UPDATE audit SET action = 'x'`, sql`DELETE FROM audit`]) {
      const tried = story.register.write(async (transaction) => {
        transaction.run(change);
      });
      await expect(tried).rejects.toThrow();
    }
    expect(story.register.read.get(sql`SELECT count(*) AS total FROM audit WHERE action <> 'x'`)).toEqual({
      total: 1,
    });
  });

  test('tells nothing of a deed whose transaction failed', async () => {
    const before = await rowsOf('registrar');
    await expect(
      story.register.write(async (transaction) => {
        const { writeAudit } = await import('../../db/audit.ts');
        await writeAudit(
          transaction,
          { userId: null, action: 'user.added', subject: 'x', details: {} },
          storyBegins,
        );
        throw new Error('the power went');
      }),
    ).rejects.toThrow('the power went');
    expect(await rowsOf('registrar')).toEqual(before);
  });

  test('shows a publisher what concerns the own organisation, and nothing of another', async () => {
    const { register, people, charter } = story;
    await switchFourEyes(register, people.registrar, organisationB, true, storyBegins);
    const membership = { role: 'publisher', organisation: organisationA } as const;
    await changeRoles(
      register,
      people.registrar,
      people.editorA.userId,
      { kind: 'add', membership },
      storyBegins,
    );
    const ofA = await rowsOf('publisherA');
    expect(ofA).toMatchObject([
      {
        action: 'role.added',
        subject: 'editor-a',
        displayName: 'ผู้ทดสอบ registrar',
        homeName: 'องค์การบริหารส่วนตำบลทดสอบเหนือ',
      },
      {
        action: 'draft.opened',
        subject: `charters/${charter.slug}`,
        subjectName: 'ธรรมนูญตำบลทดสอบเหนือ',
      },
    ]);
    expect(await rowsOf('publisherB')).toMatchObject([
      { action: 'organisation.four_eyes_on', subjectName: 'องค์การบริหารส่วนตำบลทดสอบใต้' },
    ]);
    expect(await rowsOf('registrar')).toHaveLength(3);
    expect(await rowsOf('editorA')).toBe('not_permitted');
  });

  test('is narrowed by person, work, deed and days', async () => {
    const { register, people } = story;
    const later = '2026-12-01T00:00:00.000Z';
    await switchFourEyes(register, people.registrar, organisationA, true, later);
    expect(await rowsOf('registrar', { person: 'EDITOR-A' })).toMatchObject([{ action: 'draft.opened' }]);
    expect(await rowsOf('registrar', { subject: 'charters/test-north' })).toHaveLength(1);
    expect(await rowsOf('registrar', { action: 'organisation.four_eyes_on' })).toHaveLength(1);
    expect(await rowsOf('registrar', { from: '2026-11-30T00:00:00.000Z' })).toHaveLength(1);
    expect(await rowsOf('registrar', { until: '2026-11-30T00:00:00.000Z' })).toHaveLength(1);
    expect(await rowsOf('registrar', { person: "x' OR 1=1 --" })).toEqual([]);
  });

  test('comes in pages of fifty, newest first', async () => {
    await story.register.write(async (transaction) => {
      for (let turn = 0; turn < 120; turn += 1) {
        transaction.run(
          sql`INSERT INTO audit (at, action, subject, details) VALUES (${storyBegins}, 'archive.imported', ${`n${turn}`}, '{}')`,
        );
      }
    });
    const last = await listAudit(story.register, story.people.registrar, {}, 99);
    expect(last).toMatchObject({ value: { total: 121, pages: 3, page: 3 } });
    const first = await rowsOf('registrar');
    expect(typeof first === 'object' && first[0]?.subject).toBe('n119');
    expect(
      await listRows(story.register.read, { organisations: null }, { limit: 500, offset: 0 }),
    ).toHaveLength(121);
  });

  test('is a file for a spreadsheet, in which nothing is a formula', async () => {
    const { register, people } = story;
    const note = '=HYPERLINK("https://evil.example")';
    await invitePerson(
      register,
      people.registrar,
      { role: 'editor', organisation: organisationA, note },
      storyBegins,
    );
    await amendWork(register, people.editorA, story.charter, storyBegins);
    const rows = await rowsOf('registrar');
    const csv = auditCsv(typeof rows === 'string' ? [] : rows);
    expect(csv.split('\r\n')[0]).toContain('at,username,name,action,sentence,subject,details');
    expect(csv).not.toMatch(/(?:^|,)"?=/m);
    expect(csv).toContain('สร้างลิงก์เชิญผู้ร่าง');
  });
});
