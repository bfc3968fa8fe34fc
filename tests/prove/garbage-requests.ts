import fc from 'fast-check';

/** Pieces of requests that have broken servers before, beside ordinary ones. Latin-1 text stands for bytes. */
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'TRACE', 'CONNECT', 'PRI', 'get', 'G\0T', '', 'GET\tGET'];
const targets = [
  '/',
  '/charters/a',
  '/%00',
  '/%E0%B8',
  '/%zz',
  '/\xff\xfe',
  '//x',
  '/\\x',
  '/../../x',
  '/..%2f..%2fx',
  '/%252e%252e/x',
  '*',
  'http://[::1/',
  'x',
  '/pagefind/..%5c..%5cx',
  '/_astro/%2e%2e%2fx',
  '/search?q=%',
  '/search?q=%ED%A0%80',
  '/search.csv?q=%ED%A0%80&from=1e9&asOf=%00',
  '/desk?__proto__[x]=1&constructor=2',
  `/search?q=${'%E0%B8%81'.repeat(900)}`,
  `/${'a/'.repeat(6_000)}`,
  '/charters/a#x',
  '/charters/%u0E01',
];
const versions = ['HTTP/1.1', 'HTTP/1.0', 'HTTP/0.9', 'HTTP/2.0', 'HTTP/1.1 x', 'http/1.1', ''];
const hostLines = [
  'Host: localhost:PORT',
  'Host: localhost:PORT',
  'Host: evil.example',
  'Host:',
  'X: no host',
];
const strangeLines = [
  'Origin: http://localhost:PORT',
  'Sec-Fetch-Site: same-origin',
  'Content-Length: 3',
  'Transfer-Encoding: chunked',
  'Content-Type: application/json',
  'Content-Type: multipart/form-data',
  'Cookie: \xff\xfe=; a',
  `Cookie: ${'a=b; '.repeat(500)}`,
  'Accept-Encoding: br;q=x, *;q=-1, ;;',
  'Accept: application/json',
  'If-None-Match: W/"\xff',
  'Range: bytes=9-1,-',
  'Expect: 100-continue',
  'Expect: x',
  'Upgrade: h2c',
  'Connection: upgrade, close',
  'X-Forwarded-Host: evil.example, evil.example',
  'X-Forwarded-Proto: javascript',
  'Forwarded: for="_x',
];
const brokenLines = [
  'Host: localhost:PORT',
  'Content-Length: -1',
  'Content-Length: 99999999999999999999',
  'Transfer-Encoding: chunked, identity',
  'Cookie: \x01',
  'Connection: \x7f',
  ' folded',
  'no colon',
  ': no name',
  'X\0Y: z',
];
const bodies = [
  '',
  '',
  'abc',
  '{"__proto__":1',
  '5\r\nhello\r\n0\r\n\r\n',
  'fffffffff\r\nx',
  '-1\r\n\r\n',
  '\0'.repeat(100),
];

/** The sound value nine times out of ten, so that the odd ones are met in all places and not only in the first. */
const mostly = (sound: string, odd: readonly string[]) =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(sound) }, fc.constantFrom(...odd));

const assembled = fc
  .record({
    method: mostly('GET', ['POST', 'POST', ...methods]),
    target: fc.oneof(
      fc.constantFrom(...targets),
      fc.webPath(),
      fc.string().map((text) => `/${text}`),
    ),
    version: mostly('HTTP/1.1', versions),
    host: fc.constantFrom(...hostLines),
    strange: fc.array(fc.constantFrom(...strangeLines), { maxLength: 4 }),
    broken: fc.oneof(
      { weight: 9, arbitrary: fc.constant([]) },
      fc.array(fc.constantFrom(...brokenLines), { maxLength: 2 }),
    ),
    body: fc.oneof(fc.constantFrom(...bodies), fc.string()),
    lineEnd: mostly('\r\n', ['\n', '\r']),
  })
  .map(({ method, target, version, host, strange, broken, body, lineEnd }) =>
    [`${method} ${target} ${version}`, host, ...strange, ...broken, '', body].join(lineEnd),
  );

const sound =
  'POST /desk?a=b HTTP/1.1\r\nHost: localhost:PORT\r\nOrigin: http://localhost:PORT\r\nContent-Length: 3\r\n\r\nabc';

/** A sound request with a few bytes replaced, or cut off somewhere. */
const damaged = fc
  .record({
    changes: fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
    end: fc.oneof(fc.constant(sound.length), fc.nat(sound.length)),
  })
  .map(({ changes, end }) => {
    const characters = [...sound];
    for (const [at, byte] of changes) characters[at] = String.fromCharCode(byte);
    return characters.join('').slice(0, end);
  });

const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array).toString('latin1'));

const garbage = fc.oneof(
  { weight: 6, arbitrary: assembled },
  { weight: 3, arbitrary: damaged },
  { weight: 1, arbitrary: bytes },
);

/** That many malformed (and some sound) requests, the same ones for the same seed. PORT stands for the server's port. */
export function garbageRequests(count: number, seed: number): readonly string[] {
  return fc.sample(garbage, { numRuns: count, seed });
}
