import { globSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../../src/domain/permission.ts';
import { aDeskSite, type DeskSite, type SiteAnswer } from '../support/desk-site.ts';
import { aRegisterWithAnOpenDraft, type People, type Story } from '../support/register-with.ts';

/*
 * Every address of the sign-in and the desk, and what each kind of person gets there. `login` is the way to the
 * sign-in page; 401 is the page that keeps a form sent without a session. A page file without a row fails.
 */
type Who = keyof People | 'anonymous';
type Expected = 200 | 303 | 401 | 403 | 404 | 409 | 422 | 'login';

type Row = {
  /** The page file, from src/pages. */
  readonly file: string;
  readonly what: string;
  readonly address: string;
  readonly form?: Readonly<Record<string, string>>;
  readonly expected: Readonly<Record<Who, Expected>>;
};

const everyone = (expected: Expected): Row['expected'] => ({
  anonymous: expected,
  editorA: expected,
  publisherA: expected,
  editorB: expected,
  publisherB: expected,
  registrar: expected,
});

/** The draft of `charters/test-north` belongs to organisation A. */
const ofOrganisationA = (own: Expected, publisher: Expected, anonymous: Expected): Row['expected'] => ({
  anonymous,
  editorA: own,
  publisherA: publisher,
  editorB: 404,
  publisherB: 404,
  registrar: publisher,
});

const draft = '/desk/charters/test-north';
const draftFile = 'desk/[type]/[slug]/index.astro';
const typed = {
  version: '1',
  title: 'ธรรมนูญตำบลทดสอบเหนือ',
  label: 'ฉบับทดสอบที่ ๒',
  adopted: '2560',
  places: '990101',
  summary: 'ข้อความทดสอบใหม่',
  changeKind: 'substantive',
  changeNote: 'เพิ่มข้อ 3',
  body: '### ข้อ 1 ทดสอบ\n\nข้อความทดสอบที่แก้แล้ว',
};
const newWork = {
  type: 'charters',
  slug: 'test-new',
  title: 'ธรรมนูญทดสอบเรื่องใหม่',
  steward: 'sao-test-north',
};

const table: readonly Row[] = [
  { file: 'login.astro', what: 'the form', address: '/login', expected: everyone(200) },
  {
    file: 'login.astro',
    what: 'a wrong password',
    address: '/login',
    form: { username: 'editor-a', password: 'no' },
    expected: everyone(422),
  },
  { file: 'logout.astro', what: 'the page', address: '/logout', expected: everyone(200) },
  { file: 'logout.astro', what: 'signing out', address: '/logout', form: {}, expected: everyone(303) },
  {
    file: 'desk/index.astro',
    what: 'the list',
    address: '/desk',
    expected: { ...everyone(200), anonymous: 'login' },
  },
  {
    file: 'desk/new.astro',
    what: 'the form',
    address: '/desk/new',
    expected: { ...everyone(200), anonymous: 'login' },
  },
  {
    file: 'desk/new.astro',
    what: 'a new work of organisation A',
    address: '/desk/new',
    form: newWork,
    expected: { ...everyone(303), anonymous: 401, editorB: 403, publisherB: 403 },
  },
  { file: draftFile, what: 'the draft', address: draft, expected: ofOrganisationA(200, 200, 'login') },
  {
    file: draftFile,
    what: 'the draft, searching a place',
    address: `${draft}?place=%E0%B8%97%E0%B8%94%E0%B8%AA%E0%B8%AD%E0%B8%9A`,
    expected: ofOrganisationA(200, 200, 'login'),
  },
  ...(['save', 'amend'] as const).map((action) => ({
    file: draftFile,
    what: action,
    address: draft,
    form: { ...typed, action },
    expected: ofOrganisationA(303, 303, 401),
  })),
  ...(['preview', 'find_place', 'add_place:990102', 'remove_place:990101'] as const).map((action) => ({
    file: draftFile,
    what: action,
    address: draft,
    form: { ...typed, action, place: 'ทดสอบ' },
    expected: ofOrganisationA(200, 200, 401),
  })),
  {
    file: draftFile,
    what: 'amend_with_mine beside an open draft',
    address: draft,
    form: { ...typed, action: 'amend_with_mine' },
    expected: ofOrganisationA(409, 409, 401),
  },
  {
    file: draftFile,
    what: 'discard',
    address: draft,
    form: { ...typed, action: 'discard', confirmDiscard: 'yes' },
    expected: ofOrganisationA(200, 200, 401),
  },
  {
    file: draftFile,
    what: 'publish',
    address: draft,
    form: { ...typed, action: 'publish', confirm: 'yes' },
    expected: ofOrganisationA(403, 303, 401),
  },
  {
    file: draftFile,
    what: 'a work that does not exist',
    address: '/desk/charters/nothing-here',
    expected: { ...everyone(404), anonymous: 'login' },
  },
  {
    file: draftFile,
    what: 'a type that does not exist',
    address: '/desk/laws/test-north',
    expected: { ...everyone(404), anonymous: 'login' },
  },
];

let story: Story;
let site: DeskSite;

beforeEach(async () => {
  story = await aRegisterWithAnOpenDraft();
  site = await aDeskSite(story.register);
});
afterEach(() => story.register.close());

const personOf = (who: Who): Actor | null => (who === 'anonymous' ? null : story.people[who]);

const send = ({ address, form }: Row, who: Actor | null): Promise<SiteAnswer> =>
  form ? site.post(address, who, form) : site.get(address, who);

const cases = table.flatMap((row) =>
  (Object.entries(row.expected) as [Who, Expected][]).map(([who, expected]) => ({ row, who, expected })),
);

test.each(cases)('$row.file: $row.what answers $who with $expected', async ({ row, who, expected }) => {
  const answer = await send(row, personOf(who));
  if (expected === 'login') {
    expect(answer.status).toBe(303);
    expect(answer.location).toBe(`/login?next=${encodeURIComponent(row.address)}`);
  } else {
    expect(answer.status).toBe(expected);
  }
  expect(answer.header('cache-control')).toBe('no-store');
  expect(answer.header('x-robots-tag')).toBe('noindex');
});

test('every page file of the sign-in and the desk has a row in the table', () => {
  const files = globSync('src/pages/{login,logout,desk}{.astro,.ts,/**/*.astro,/**/*.ts}')
    .map((file) => file.replace(/^src\/pages\//, ''))
    .filter((file) => !file.split('/').some((part) => part.startsWith('_')));
  expect(files.length).toBeGreaterThan(4);
  expect(files.filter((file) => !table.some((row) => row.file === file))).toEqual([]);
});

describe("another's draft", () => {
  const secret = 'ข้อความลับของทดสอบเหนือ';

  beforeEach(async () => {
    await site.post(draft, story.people.editorA, { ...typed, body: `### ข้อ 1\n\n${secret}`, action: 'save' });
  });

  test.each([
    '/desk/charters/test-north',
    '/desk/charters/test-north/',
    '/desk/charters/test%2Dnorth',
    '/desk/charters//test-north',
    '//desk/charters/test-north',
    '/desk/%63harters/test-north',
    '/desk/%2563harters/test-north',
    '/desk/charters/TEST-NORTH',
    '/DESK/charters/test-north',
    '/desk/new/../charters/test-north',
    '/desk/charters/test-north?place=x',
    '/charters/../desk/charters/test-north',
    '/x/..%2fdesk/charters/test-north',
    '/desk/charters/test-north.json',
    '/desk/charters/test-north%00',
    '/charters/test-north',
    '/charters/test-north/editions/2',
  ])('is not shown at %s', async (address) => {
    for (const who of [story.people.editorB, story.people.publisherB, null]) {
      const answer = await site.get(address, who);
      expect(answer.html).not.toContain(secret);
      expect(answer.status).toBeLessThan(500);
    }
    const own = await site.get(draft, story.people.editorA);
    expect(own.html).toContain(secret);
  });

  test('looks exactly like a draft that does not exist', async () => {
    const anothers = await site.get(draft, story.people.editorB);
    const missing = await site.get('/desk/charters/nothing-here', story.people.editorB);
    const plain = (html: string) => html.replaceAll('nothing-here', 'test-north');
    expect(plain(anothers.html)).toBe(plain(missing.html));
  });

  test('is not changed by a form of somebody else', async () => {
    for (const action of ['save', 'publish', 'discard', 'amend_with_mine', 'preview']) {
      const form = {
        ...typed,
        version: '2',
        body: 'ทับของเขา',
        action,
        confirm: 'yes',
        confirmDiscard: 'yes',
      };
      expect((await site.post(draft, story.people.publisherB, form)).status).toBe(404);
    }
    const own = await site.get(draft, story.people.editorA);
    expect(own.html).toContain(secret);
  });
});
