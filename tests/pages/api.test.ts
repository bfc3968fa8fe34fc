import { Validator } from '@seriousme/openapi-schema-validator';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operations } from '../../src/api/operations/index.ts';
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
          const fault = await contract.faultOf(address, await ask(request));
          if (fault !== null) throw new Error(`${request}: ${fault}`);
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

  test('has the rows and counts of the page and of the file', async () => {
    const asked = 'type=charters&province=56';
    const api = (await (await ask(`/works?${asked}`)).json()) as { works: unknown[]; address: string };
    const file = (await (await get('/charters.json?province=56')).json()) as {
      works: unknown[];
      address: string;
    };
    expect(api.works).toEqual(file.works);
    expect(api.address).toBe(file.address);
    expect((await fetch(api.address)).status).toBe(200);
  });

  test('as of a day in another form leads to its one form', async () => {
    const moved = await ask('/works?asOf=2570-01&type=charters');
    expect(moved.status).toBe(400);
    const thai = await ask(`/places/560118/on/${encodeURIComponent('๒๕๖๒-๐๑-๐๑')}`);
    expect([thai.status, thai.headers.get('location')]).toEqual([302, '/api/v1/places/560118/on/2019-01-01']);
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
    ['/works/charters/san-pa-muang-health/on/2000', 404, 'before_first_edition', null],
    ['/works/charters/model-tambon-charter/on/tomorrow', 400, 'date_not_understood', null],
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
    expect(await answer.json()).toMatchObject({ status: 405, code: 'method_not_allowed' });
  });
});
