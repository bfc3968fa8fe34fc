import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { build } from 'esbuild';
import { readyAnswer } from '../../../src/server/ready-answer.ts';
import { sendAnswer } from '../../../src/server/send-answer.ts';
import { serveFiles } from '../../../src/server/serve-files.ts';
import { servePacks } from '../../../src/server/serve-packs.ts';

const options = { securityHeaders: [], cacheControl: 'public, max-age=31536000', quality: 9, hasEtag: true };
const page = `<!doctype html><html lang="th"><meta charset="utf-8"><link rel="icon" href="data:,"><title>bench</title>
<script type="module" src="/bench.js"></script></html>`;

export type IndexSite = {
  readonly origin: string;
  /** All requests so far, and all bytes sent for them, headers included: also those of a page's workers. */
  readonly sent: () => { readonly requests: number; readonly bytes: number };
  readonly close: () => Promise<void>;
};

/** A page with one script and the files of an index below `/pagefind/`, sent by the parts of the front door. */
export async function openIndexSite(dir: string, script: string): Promise<IndexSite> {
  const files = servePacks(
    serveFiles({ root: dir, cacheControl: () => options.cacheControl, securityHeaders: [] }),
    options,
  );
  const own = new Map([
    ['/', readyAnswer(textAnswer('text/html', page), options)],
    ...(await bundle(script)).map(
      ({ path, text }) => [path, readyAnswer(textAnswer('text/javascript', text), options)] as const,
    ),
  ]);
  let requests = 0;
  const sockets: Socket[] = [];
  const server = createServer((request, response) => {
    requests += 1;
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const ready = own.get(path);
    const answer = ready === undefined ? files(path.replace('/pagefind', '')) : Promise.resolve(ready);
    answer.then(
      (found) => (found === null ? response.writeHead(404).end() : sendAnswer(request, response, found)),
      () => response.writeHead(500).end(),
    );
  });
  server.on('connection', (socket) => sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the site of the index has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    sent: () => ({ requests, bytes: sockets.reduce((sum, { bytesWritten }) => sum + bytesWritten, 0) }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const textAnswer = (type: string, text: string) => ({
  status: 200,
  headers: [['Content-Type', type]] as const,
  body: Buffer.from(text),
});

/** The script as `/bench.js`, and beside it what it loads only when needed. */
async function bundle(script: string): Promise<readonly { readonly path: string; readonly text: string }[]> {
  const { outputFiles } = await build({
    entryPoints: [script],
    entryNames: 'bench',
    outdir: '/',
    splitting: true,
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    external: ['/pagefind/*'],
  });
  return outputFiles;
}
