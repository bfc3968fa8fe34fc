import { Validator } from '@seriousme/openapi-schema-validator';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeOpenApi } from '../../src/api/openapi.ts';
import { operations } from '../../src/api/operations/index.ts';
import { problems } from '../../src/api/problem.ts';
import { facets } from '../../src/catalogue/facets.ts';
import { type ApiDocument, contractOf, requestsOf } from '../support/api-contract.ts';
import { type BuiltServer, startBuiltServer } from '../web/built-server.ts';

let server: BuiltServer;
let document: ApiDocument;
let contract: ReturnType<typeof contractOf>;
beforeAll(async () => {
  server = await startBuiltServer();
  document = (await (await get('/api/openapi.json')).json()) as ApiDocument;
  contract = contractOf(document);
}, 120_000);
afterAll(async () => server?.remove());

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(server.origin + path, { headers, method, redirect: 'manual' });
const ask = (path: string) => get(`/api/v1${path}`);
const locationOf = (answer: Response): string => answer.headers.get('location') ?? '';

describe('the OpenAPI document', () => {
  test('is one that a public validator accepts, and the same one refuses it without its answers', async () => {
    const accepted = await new Validator().validate(document);
    expect([accepted.valid, accepted.valid ? '' : accepted.errors]).toEqual([true, '']);
    const broken = structuredClone(document) as unknown as {
      paths: Record<string, { get: { responses?: unknown } }>;
    };
    delete broken.paths['/works']?.get.responses;
    Object.assign(broken.paths['/works']?.get ?? {}, { responses: 'none' });
    expect((await new Validator().validate(broken as unknown as ApiDocument)).valid).toBe(false);
  });

  test('has the addresses of the origin that it is asked under', () => {
    for (const origin of ['https://one.example', 'https://two.example'])
      expect(JSON.parse(writeOpenApi(origin)).servers).toEqual([{ url: `${origin}/api/v1` }]);
  });

  test('names every operation once, at the address of this server', () => {
    expect(document.servers).toEqual([{ url: `${server.origin}/api/v1` }]);
    const told = Object.values(document.paths).map(({ get: { operationId } }) => operationId);
    expect(told).toEqual(operations.map(({ id }) => id));
    expect(new Set(told).size).toBe(told.length);
  });
});

describe('answers', () => {
  test.each(operations.map(({ id, address, example }) => ({ id, address, example })))(
    'of $id are as the document says: its example, and every request made from the document',
    async ({ address, example }) => {
      const answer = await ask(encodeURI(example));
      expect([example, answer.status]).toEqual([example, 200]);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(await contract.faultOf(address, answer)).toBeNull();
      const operation = document.paths[address]?.get;
      if (operation === undefined) throw new Error(`${address} is not in the document`);
      const once = (operation.parameters ?? []).length === 0;
      await fc.assert(
        fc.asyncProperty(requestsOf(address, operation), async (request) => {
          const answered = await ask(request);
          // Who follows must arrive: `fetch` fails on a ring.
          const end = answered.status === 302 ? [await fetch(server.origin + locationOf(answered))] : [];
          for (const each of [answered, ...end]) {
            const fault = await contract.faultOf(address, each);
            if (fault !== null) throw new Error(`${request}: ${fault}`);
          }
        }),
        { numRuns: once ? 1 : 12, seed: 7 },
      );
    },
  );

  test('with a field too many, too few or of another kind are found out', async () => {
    const body = (await (await ask('/topics')).json()) as Record<string, unknown>;
    const { total: _, ...less } = body;
    for (const changed of [less, { ...body, more: 1 }, { ...body, total: '1' }]) {
      const answer = Response.json(changed);
      expect(await contract.faultOf('/topics', answer)).not.toBeNull();
    }
    expect(await contract.faultOf('/topics', new Response('{}', { status: 418 }))).toContain('418');
  });

  test('of real rows are as the document says: every work, edition, place, network and organisation of the seeds', async () => {
    const list = async (path: string) =>
      (await (await ask(path)).json()) as Record<string, { slug: string; type?: string; edition?: number }[]>;
    const works = (await list('/works?perPage=500'))['works'] ?? [];
    expect(works.length).toBeGreaterThan(30);
    const requests = [
      ...works.flatMap(({ type, slug, edition }) => [
        ['/works/{type}/{slug}', `/works/${type}/${slug}`],
        ['/works/{type}/{slug}/editions/{number}', `/works/${type}/${slug}/editions/${edition}`],
      ]),
      ...works
        .filter(({ type }) => type === 'agreements')
        .flatMap(({ slug }) =>
          ['commitments', 'parties'].map((part) => [
            `/works/agreements/{slug}/${part}`,
            `/works/agreements/${slug}/${part}`,
          ]),
        ),
      ...((await list('/networks'))['networks'] ?? []).map(({ slug }) => [
        '/networks/{slug}',
        `/networks/${slug}`,
      ]),
      ...((await list('/organisations?perPage=500'))['organisations'] ?? []).map(({ slug }) => [
        '/organisations/{slug}',
        `/organisations/${slug}`,
      ]),
    ];
    for (const [address = '', path = ''] of requests) {
      const answer = await ask(path);
      expect([path, answer.status, await contract.faultOf(address, answer)]).toEqual([path, 200, null]);
    }
  });
});

test('a provision is cited alike by itself and with where it came from', async () => {
  const work = '/works/charters/model-tambon-charter';
  const citationOf = async (path: string) =>
    ((await (await ask(work + path)).json()) as { citation: string }).citation;
  const cited = await citationOf('/editions/2/provisions/cl-5');
  expect(cited).toContain('/charters/model-tambon-charter/editions/2#cl-5');
  expect(await citationOf('/provisions/cl-5')).toBe(cited);
});

test('a provision that the current edition has leads there from the edition that was asked', async () => {
  const own = '/works/charters/model-tambon-charter/provisions/cl-5';
  const moved = await ask(`${own}?edition=1&page=2`);
  expect([moved.status, locationOf(moved)]).toEqual([302, `/api/v1${own}`]);
});

describe('a list of the API', () => {
  test('has all its rows once on its pages, which Link leads through as of one moment', async () => {
    type Page = { asOf: string; total: number; works: { address: string }[] };
    let path: string | null = '/api/v1/works?perPage=7';
    const seen: string[] = [];
    const moments = new Set<string>();
    let total = 0;
    while (path !== null) {
      const answer = await get(path);
      const page = (await answer.json()) as Page;
      seen.push(...page.works.map(({ address }) => address));
      moments.add(page.asOf);
      total = page.total;
      path = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1] ?? null;
    }
    expect([seen.length, new Set(seen).size, moments.size]).toEqual([total, total, 1]);
  });

  test.each([
    ['charters', 'province=56'],
    ['cases', 'results=stated'],
    ['cases', 'results=unstated'],
    ['projects', 'reports=overdue'],
  ])('of %s by %s has the rows and counts of the page and of the file', async (type, asked) => {
    const api = (await (await ask(`/works?type=${type}&${asked}`)).json()) as {
      works: unknown[];
      address: string;
    };
    const file = (await (await get(`/${type}.json?${asked}`)).json()) as {
      works: unknown[];
      address: string;
    };
    expect(api.works).toEqual(file.works);
    expect(api.address).toBe(file.address);
    expect((await fetch(api.address)).status).toBe(200);
  });

  test('is narrowed by every facet of the catalogue, and by nothing else', () => {
    const names = (document.paths['/works']?.get.parameters ?? []).map(({ name }) => name);
    expect(names).toEqual([...facets.map(({ key }) => key), 'sort', 'page', 'perPage', 'asOf']);
  });

  test('as of a day in another form leads to its one form', async () => {
    const { asOf } = (await (await ask('/works?type=charters')).json()) as { asOf: string };
    const day = asOf.slice(0, 10).replace(/^\d+/, (year) => String(Number(year) + 543));
    const moved = await ask(`/works?asOf=${day}&type=charters`);
    const to = new URL(moved.headers.get('location') ?? '', server.origin);
    expect([moved.status, to.pathname, to.searchParams.get('type')]).toEqual([
      302,
      '/api/v1/works',
      'charters',
    ]);
    expect(to.searchParams.get('asOf')).toContain(asOf.slice(0, 10));
    const thai = await ask(`/places/560118/on/${encodeURIComponent('๒๕๖๒-๐๑-๐๑')}`);
    expect([thai.status, thai.headers.get('location')]).toEqual([302, '/api/v1/places/560118/on/2019-01-01']);
  });
});

describe('what pages put beside each other', () => {
  test.each([
    [
      '/compare',
      '/compare?topic=issues/waste&places=56,90',
      '/compare.json?topic=issues/waste&place=56&place=90',
    ],
    [
      '/compare',
      '/compare?topic=issues/waste&places=90&on=2019',
      '/compare.json?topic=issues/waste&place=90&on=2019',
    ],
    ['/works/cases/{slug}/spread', '/works/cases/nam-kum-forest/spread', '/cases/nam-kum-forest/spread.json'],
    [
      '/works/{type}/{slug}/deviation',
      '/works/charters/model-short-charter/deviation',
      '/charters/model-short-charter/deviation.json',
    ],
  ])('is at %s what the document and the file say: %s', async (address, path, file) => {
    const answer = await ask(path);
    expect([answer.status, await contract.faultOf(address, answer.clone())]).toEqual([200, null]);
    expect(await answer.json()).toEqual(await (await get(file)).json());
  });

  test('has clauses of several places, and says in which of them nothing stood', async () => {
    const { places, clauses, withoutWorks } = (await (
      await ask('/compare?topic=issues/waste&places=90,10')
    ).json()) as { places: unknown[]; clauses: { words: string[] }[]; withoutWorks: unknown[] };
    expect(places.length).toBeGreaterThan(1);
    expect(clauses.length).toBeGreaterThan(0);
    expect(clauses.every(({ words }) => words.length > 0)).toBe(true);
    expect(withoutWorks).toMatchObject([{ code: '10' }]);
  });

  test('leads from a day of another era to its one form', async () => {
    const moved = await ask('/compare?topic=issues/waste&places=90&on=2562-05');
    expect([moved.status, moved.headers.get('location')]).toEqual([
      302,
      '/api/v1/compare?on=2019-05&places=90&topic=issues%2Fwaste',
    ]);
  });
});

describe('the API', () => {
  test('gives an ETag, answers 304 to who holds it, and HEAD without a body', async () => {
    const first = await ask('/works?type=charters');
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"/);
    expect(first.headers.get('cache-control')).toContain('must-revalidate');
    expect((await get('/api/v1/works?type=charters', { 'if-none-match': tag })).status).toBe(304);
    const head = await get('/api/v1/works?type=charters', {}, 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('link')).toContain('rel="service-desc"');
  });

  test.each([
    ['/works?colour=red', 400, 'parameters_not_understood', 'colour'],
    ['/works?type=novels', 400, 'parameters_not_understood', 'type'],
    ['/works?type=charters&type=plans', 400, 'parameters_not_understood', 'type'],
    ['/works?province=99', 400, 'parameters_not_understood', 'province'],
    ['/works?page=0', 400, 'parameters_not_understood', 'page'],
    ['/works?perPage=501', 400, 'parameters_not_understood', 'perPage'],
    ['/works?asOf=yesterday', 400, 'parameters_not_understood', 'asOf'],
    ['/works?asOf=2999-01-01', 400, 'parameters_not_understood', 'asOf'],
    ['/commitments?network=no-such-network', 400, 'parameters_not_understood', 'network'],
    ['/works/charters/no-such-work', 404, 'work_not_found', null],
    ['/works/charters/model-tambon-charter/editions/99', 404, 'edition_not_found', null],
    ['/works/charters/model-tambon-charter/editions/1/provisions/cl-999', 404, 'provision_not_found', null],
    ['/works/charters/model-tambon-charter/provisions/cl-999', 404, 'provision_not_found', null],
    ['/works?asOf=2570-01', 400, 'parameters_not_understood', 'asOf'],
    ['/works/charters/san-pa-muang-health/on/2000', 404, 'before_first_edition', null],
    ['/works/charters/model-tambon-charter/on/tomorrow', 400, 'date_not_understood', null],
    ['/compare?places=56', 400, 'parameters_not_understood', 'topic'],
    ['/compare?topic=issues/no-such-topic&places=56', 400, 'parameters_not_understood', 'topic'],
    ['/compare?topic=issues/waste', 400, 'parameters_not_understood', 'places'],
    ['/compare?topic=issues/waste&places=56,99', 400, 'parameters_not_understood', 'places'],
    ['/compare?topic=issues/waste&places=56&on=2019-13', 400, 'parameters_not_understood', 'on'],
    ['/compare?topic=issues/waste&places=56&asOf=2999', 400, 'parameters_not_understood', 'asOf'],
    ['/works/cases/no-such-case/spread', 404, 'work_not_found', null],
    ['/works/charters/san-pa-muang-health/deviation', 404, 'model_not_found', null],
    ['/works/novels/x', 404, 'not_found', null],
    ['/places/99', 404, 'place_not_found', null],
    ['/nothing', 404, 'not_found', null],
    ['', 404, 'not_found', null],
  ] as const)('refuses %s with %i and the code %s', async (path, status, code, parameter) => {
    const answer = await ask(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ]);
    const told = (await answer.json()) as {
      detail: string;
      detailEn: string;
      errors?: { parameter: string }[];
    };
    expect(told).toMatchObject({ status, code });
    expect(told.detail).toMatch(/[ก-ฮ]/);
    expect(told.detailEn).toMatch(/[a-z]/);
    expect(told.errors?.map((one) => one.parameter) ?? null).toEqual(parameter === null ? null : [parameter]);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('is read and never written: %s', async (method) => {
    const answer = await get('/api/v1/works', {}, method);
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    const { code, detailEn } = (await answer.json()) as { code: string; detailEn: string };
    expect([code, detailEn]).toEqual(['method_not_allowed', problems.method_not_allowed.en]);
  });
});
