import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveFiles } from '../../src/server/serve-files.ts';
import { servePacks } from '../../src/server/serve-packs.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));

const page = `<!doctype html><html lang="th"><head><meta charset="utf-8"><title>ค้นหา</title>
<script type="module" src="/src/search/client/registry-search.ts"></script></head><body>
<registry-search data-base="/pagefind/">
<form action="/search" method="get" role="search"><label>คำค้น <input type="search" name="q"></label>
<label><input type="checkbox" name="older" value="1"> รวมฉบับก่อนหน้า</label><span data-kept></span>
<button>ค้นหา</button></form><p class="search-status" role="status" data-status></p><div data-results>คำตอบจากเซิร์ฟเวอร์</div></registry-search></body></html>`;

/** No WebAssembly, no inline script, no style attribute: what the page may do at most. */
const policy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; form-action 'self'; base-uri 'none'";

/** A search page with the client's own modules and an index folder, as strict as the front door. */
export async function openSearchSite(
  indexDir: () => string,
): Promise<{ readonly server: Server; readonly origin: string }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    answer(path, indexDir(), response).catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the test site has no port');
  return { server, origin: `http://127.0.0.1:${address.port}` };
}

/** As the front door finds it. Rejects when it is not there. */
async function bundleFile(indexDir: string, path: string): Promise<Buffer> {
  const folder = serveFiles({ root: indexDir, cacheControl: () => 'no-store', securityHeaders: [] });
  const options = { securityHeaders: [], cacheControl: 'no-store', quality: 1, hasEtag: false };
  const file = await servePacks(folder, options)(path);
  if (file === null) throw new Error(`no ${path}`);
  return (await file.prepare('identity')).body;
}

async function answer(path: string, indexDir: string, response: ServerResponse): Promise<void> {
  const send = (type: string, body: string | Buffer): void => {
    response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(body);
  };
  if (path === '/search') return send('text/html; charset=utf-8', page);
  if (path.startsWith('/pagefind/')) {
    return send('application/octet-stream', await bundleFile(indexDir, path.slice('/pagefind'.length)));
  }
  const source = await readFile(join(project, path), 'utf8');
  if (path.endsWith('.json')) return send('application/json', source);
  return send('text/javascript; charset=utf-8', stripTypeScriptTypes(source));
}
