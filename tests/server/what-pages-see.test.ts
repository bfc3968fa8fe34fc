import { afterEach, describe, expect, test } from 'vitest';
import { startToy, type ToyFrontDoor, type ToyOptions } from './toy-front-door.ts';

let toy: ToyFrontDoor | undefined;
afterEach(async () => {
  await toy?.door.close();
  toy = undefined;
});
const start = async (options?: ToyOptions): Promise<ToyFrontDoor> => {
  toy = await startToy(options);
  return toy;
};

type Seen = {
  readonly headers: Record<string, string>;
  readonly locals: Record<string, unknown>;
  readonly url: string;
};
const seenBy = async (answer: Response): Promise<Seen> =>
  JSON.parse(/<pre>(.*)<\/pre>/.exec(await answer.text())?.[1] ?? '{}');

describe('what a page sees of its visitor', () => {
  const headers = {
    cookie: 'session=secret',
    'accept-language': 'th',
    'user-agent': 'toy',
    referer: 'http://x.example',
  };

  test('a public page sees nothing but its address', async () => {
    const { origin, port, visits } = await start();
    const seen = await seenBy(await fetch(`${origin}/charters/a`, { headers }));
    expect(seen.headers).toEqual({
      host: `localhost:${port}`,
      'x-forwarded-host': `localhost:${port}`,
      'x-forwarded-proto': 'http',
    });
    expect(seen.locals).toEqual({
      register: 'the register',
      clientAddress: '',
      uploads: [],
      requestId: expect.any(String),
    });
    expect(visits).toMatchObject([{ kind: 'public' }]);
  });

  test('a public page asked under another of our names is the same page', async () => {
    const { port } = await start();
    const seen = await seenBy(await fetch(`http://127.0.0.1:${port}/charters/a`));
    expect(seen.headers['host']).toBe(`localhost:${port}`);
  });

  test('a personal page sees the session and the address of the connection, not of a header', async () => {
    const { origin } = await start();
    const answer = await fetch(`${origin}/desk`, { headers: { ...headers, 'x-forwarded-for': '6.6.6.6' } });
    const seen = await seenBy(answer);
    expect(seen.headers['cookie']).toBe('session=secret');
    expect(seen.headers['x-forwarded-for']).toBe(seen.locals['clientAddress']);
    expect(seen.locals['clientAddress']).toMatch(/^(127\.0\.0\.1|::1|::ffff:127\.0\.0\.1)$/);
  });
});

describe('a page that fails', () => {
  const failures: readonly (readonly [string, ToyOptions['astroHandler']])[] = [
    ['by throwing', () => Promise.reject(new Error('secret reason'))],
    [
      'by throwing at once',
      () => {
        throw new Error('secret reason');
      },
    ],
    [
      'half-way through writing',
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        response.write('<p>half a page');
        response.destroy(new Error('secret reason'));
      },
    ],
    [
      'with a bare 500',
      (_request, response) => {
        response.statusCode = 500;
        response.end('Internal Server Error');
      },
    ],
  ];
  test.each(failures)(
    '%s is a Thai page with a reference that is in the log, and no reason in it',
    async (_name, fail) => {
      const { origin, log } = await start({ ...(fail === undefined ? {} : { astroHandler: fail }) });
      for (const path of ['/charters/a', '/desk']) {
        const answer = await fetch(`${origin}${path}?q=private`);
        const text = await answer.text();
        expect(answer.status).toBe(500);
        expect(answer.headers.get('cache-control')).toBe('no-store');
        expect(text).toContain('รหัสอ้างอิง');
        expect(text).not.toMatch(/secret|half a page|Internal/);
        const line = log.at(-1);
        expect(text).toContain(line?.requestId);
        expect(line).toMatchObject({ level: 'error', event: 'request_failed', method: 'GET', path });
        expect(JSON.stringify(line)).not.toMatch(/private|\\n/);
      }
    },
  );
});

test("the site's own page for a failure is kept and logged under the reference it may show", async () => {
  const { origin, log } = await start({
    astroHandler: (_request, response, _next, locals) => {
      response.writeHead(500, { 'content-type': 'text/html' });
      response.end(`<p>ขัดข้อง ${JSON.stringify(locals)}</p>`);
    },
  });
  const text = await (await fetch(`${origin}/charters/a?q=private`)).text();
  expect(text).toContain('ขัดข้อง');
  expect(log).toMatchObject([{ event: 'page_failed', status: 500, path: '/charters/a' }]);
  expect(text).toContain(log[0]?.requestId);
});

test("an address the site does not know gets the site's own page for it, with its locals and status 404", async () => {
  const { origin } = await start({
    astroHandler: (request, response, next, locals) => {
      if (request.url !== '/404') return next();
      response.setHeader('content-type', 'text/html');
      response.end(`<p>ไม่พบหน้า ${JSON.stringify(locals)}</p>`);
    },
  });
  const answer = await fetch(`${origin}/nowhere`);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('the register');
});

test('more pages at once than the machine can make well are refused with the advice to try again', async () => {
  const gate = Promise.withResolvers<void>();
  const { origin, log } = await start({
    limits: { pagesAtOnce: 2 },
    astroHandler: async (_request, response) => {
      await gate.promise;
      response.setHeader('content-type', 'text/html');
      response.end('<p>หน้าทดสอบ</p>');
    },
  });
  const answers = ['/a', '/b', '/c'].map((path) => fetch(origin + path));
  const busy = await Promise.race(answers);
  gate.resolve();
  expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '5']);
  expect((await Promise.all(answers)).map((answer) => answer.status).sort()).toEqual([200, 200, 503]);
  expect(log).toEqual([]);
});

test('a health check that fails answers 503 without the reason', async () => {
  const { origin } = await start({ health: () => Promise.reject(new Error('secret reason')) });
  const answer = await fetch(`${origin}/healthz`);
  expect([answer.status, await answer.json()]).toEqual([503, { status: 'failing' }]);
});
