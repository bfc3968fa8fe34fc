import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addresses } from '../../src/domain/addresses.ts';
import {
  type Asker,
  askers,
  type PersonalRoute,
  type RouteAnswer,
  type RoutePermission,
  routePermissions,
} from '../../src/server/route-permissions.ts';
import type { RawAnswer } from '../server/raw-request.ts';
import { agreement } from '../support/agreement-story.ts';
import {
  aPermissionSite,
  aPermissionStory,
  canary,
  type PermissionSite,
  type PermissionStory,
  secretDeed,
  secretFile,
} from '../support/permission-site.ts';
import { organisationA } from '../support/register-with.ts';

/* Every row of the permission table, asked for by everyone, on the built site behind the real front door. */

const strangers: readonly Asker[] = ['anonymous', 'editorB', 'publisherB', 'hub'];

/** What stands in the square brackets of a pattern, in the story. */
const parameters: Readonly<Record<string, string>> = {
  type: 'charters',
  slug: 'test-north',
  number: '1',
  date: '2020-01-01',
  pair: '1..1',
  format: 'json',
  page: 'method',
  name: 'breadcrumb',
  sha256: secretFile.sha256,
  id: '0001-node-and-packages',
  code: '990101',
  part: 'charters-1',
  scheme: 'test',
  term: 'one',
  token: 'x'.repeat(43),
  section: 'about',
  canary: encodeURIComponent(canary.body),
  agreement: agreement.slug,
  commitment: 'models',
};

/** The same where a page means something else by the name. */
const ownParameters: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/desk/people/[id]': { id: '1' },
  '/desk/submissions/[id]': { id: '1' },
  '/desk/submissions/[id]/file/[name]': { id: '1' },
  '/organisations/[slug]': { slug: organisationA },
  '/desk/organisations/[slug]': { slug: organisationA },
  '/desk/organisations/[slug]/upgrade': { slug: organisationA },
};

const addressOf = (route: RoutePermission): string => {
  const values = { ...parameters, ...ownParameters[route.pattern] };
  return (route.address ?? route.pattern).replace(
    /\[(?:\.{3})?(\w+)\]/g,
    (_whole, name: string) => values[name] ?? 'sample',
  );
};

const personal = routePermissions.filter((route): route is PersonalRoute => route.kind === 'personal');

function formOf({ method, button, form }: PersonalRoute): Record<string, string> | undefined {
  if (method === 'GET') return undefined;
  return { version: '2', ...(button !== null && { action: button }), ...form };
}

/** The kind of answer that came, in the words of the table. */
function kindOf(answer: RawAnswer, isForm: boolean): RouteAnswer | number {
  const goesToSignIn = answer.status === 303 && /^location: \/login\?next=/im.test(answer.head);
  if (goesToSignIn || (isForm && answer.status === 401)) return 'sign_in';
  if (answer.status === 403) return 'refused';
  if (answer.status === 404) return 'not_found';
  const isAnswered = answer.status >= 200 && answer.status < 500 && answer.status !== 401;
  return isAnswered ? 'admitted' : answer.status;
}

const tellsNoSecret = (answer: RawAnswer, known: readonly string[] = []): void => {
  for (const secret of [...Object.values(canary), secretDeed].filter((word) => !known.includes(word))) {
    const isTold = answer.text.includes(secret) || answer.text.includes(encodeURIComponent(secret));
    expect(isTold, `the words of the draft in an answer ${answer.status}`).toBe(false);
  }
};

let story: PermissionStory;
let site: PermissionSite;

beforeAll(async () => {
  story = await aPermissionStory();
  site = await aPermissionSite(story);
});
afterAll(async () => {
  await site.close();
  story.register.close();
});

const draftOf = async ({ register, people, work }: PermissionStory) => {
  const { openDraft } = await import('../../src/registry/open-draft.ts');
  const draft = await openDraft(register, people.editorA, work);
  return draft.ok ? draft.value.draft : null;
};

describe('the pages and buttons of the desk', () => {
  const cases = personal.flatMap((route) =>
    askers.map((who) => ({
      what: `${route.method} ${route.pattern}${route.button === null ? '' : ` (${route.button})`}`,
      who,
      expected: route.answers[who],
      route,
    })),
  );

  test.each(cases)('$what: $who is $expected', async ({ route, who, expected }) => {
    const form = formOf(route);
    const doesSomething = form !== undefined && (expected === 'admitted' || expected === 'refused');
    const told = doesSomething ? await aPermissionStory() : story;
    if (doesSomething) site.tell(told);
    try {
      const before = await draftOf(told);
      const answer = await site.ask(addressOf(route), who, form);
      expect(kindOf(answer, form !== undefined), `status ${answer.status}`).toBe(expected);
      expect(answer.head).toMatch(/^cache-control: no-store/im);
      expect(answer.head).toMatch(/^x-robots-tag: noindex/im);
      // The hub decides about the evidence.
      if (strangers.includes(who) || expected !== 'admitted')
        tellsNoSecret(answer, who === 'hub' ? [secretDeed] : []);
      // Whoever may edit keeps what was typed even where publishing it is refused.
      if (expected === 'not_found' || strangers.includes(who)) expect(await draftOf(told)).toEqual(before);
    } finally {
      if (doesSomething) {
        site.tell(story);
        told.register.close();
      }
    }
  });

  test('every button that a publisher of A finds on them has a row', async () => {
    const missing: string[] = [];
    for (const route of personal.filter(({ method }) => method === 'GET')) {
      for (const who of ['publisherA', 'registrar'] as const) {
        const { body } = await site.ask(addressOf(route), who);
        for (const [, value = ''] of body.matchAll(/<button[^>]*name="action"[^>]*value="([^"]*)"/g)) {
          const button = value.split(':', 1)[0] ?? '';
          const isTold = personal.some((row) => row.pattern === route.pattern && row.button === button);
          if (!isTold) missing.push(`${route.pattern}: ${button}`);
        }
      }
    }
    expect([...new Set(missing)]).toEqual([]);
  });
});

describe('no public page holds a word of a draft', () => {
  const open = routePermissions.filter(({ kind }) => kind === 'public');
  test.each(open.map((route) => ({ pattern: route.pattern, route })))('$pattern', async ({ route }) => {
    for (const who of ['publisherA', 'publisherB'] as const) {
      const answer = await site.ask(addressOf(route), who);
      if (route.pattern !== '/500') expect(answer.status, answer.head).toBeLessThan(500);
      // A search says again what was asked.
      tellsNoSecret(answer, route.address?.includes('[canary]') ? [canary.body] : []);
    }
  });

  test('and the draft does hold them, or this would prove nothing', async () => {
    const answer = await site.ask(addresses.draft(story.work), 'publisherA');
    expect(answer.text.includes(canary.title) && answer.text.includes(canary.body)).toBe(true);
    const evidence = await site.ask(addresses.submission(1), 'publisherA');
    expect(evidence.text.includes(secretDeed)).toBe(true);
  });
});

describe("another's draft, by any spelling of its path", () => {
  const spellings = [
    (path: string) => `${path}/`,
    (path: string) => path.replace('/test-', '//test-'),
    (path: string) => `/${path}`,
    (path: string) => path.replaceAll('/', '//').slice(1),
    (path: string) => path.toUpperCase(),
    (path: string) => path.replace('desk', 'Desk'),
    (path: string) => path.replace('charters', '%63harters'),
    (path: string) => path.replace('charters', '%2563harters'),
    (path: string) => path.replace('test-north', 'test%2Dnorth'),
    (path: string) => path.replace('test-north', 'TEST-NORTH'),
    (path: string) => path.replace('/charters', '%2fcharters'),
    (path: string) => path.replace('/charters', '/./charters'),
    (path: string) => path.replace('/charters', '/plans/../charters'),
    (path: string) => path.replace('/charters', '/plans/%2e%2e/charters'),
    (path: string) => path.replace('/charters', '\\charters'),
    (path: string) => path.replace('/charters', '/;/charters'),
    (path: string) => path.replace('test-north', 'test-north;a=b'),
    (path: string) => path.replace('test-north', 'test-north%00'),
    (path: string) => path.replace('test-north', 'test-north%20'),
    (path: string) => path.replace('test-north', 'test-north.json'),
    (path: string) => path.replace('test-north', 'test-north.html'),
    (path: string) => path.replace('submissions/1', 'submissions/01'),
    (path: string) => path.replace('submissions/1', 'submissions/1.0'),
    (path: string) => path.replace('submissions/1', 'submissions/+1'),
    (path: string) => path.replace('submissions/1', 'submissions/%31'),
    (path: string) => path.replace('submissions/1', 'submissions/๑'),
    (path: string) => path.replace('submissions/1', 'submissions/1e0'),
    (path: string) => `${path}?next=/desk`,
    (path: string) => `${path}%3Fa`,
    (path: string) => `/login/..${path}`,
    (path: string) => `/_actions${path}`,
    (path: string) => `http://localhost${path}`,
  ];
  const drafts = personal.filter(
    ({ method, answers }) => method === 'GET' && answers.publisherB === 'not_found',
  );

  test.each(drafts.map((route) => ({ pattern: route.pattern, route })))('$pattern', async ({ route }) => {
    const address = addressOf(route);
    for (const spell of spellings) {
      for (const who of ['anonymous', 'publisherB'] as const) {
        const answer = await site.ask(spell(address), who);
        tellsNoSecret(answer);
        const says = `${who} asks ${spell(address)}: ${answer.status}`;
        if (who === 'publisherB') expect([400, 404], says).toContain(answer.status);
        else expect([303, 400, 404], says).toContain(answer.status);
      }
    }
  });
});
