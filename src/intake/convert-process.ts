import type { ImportKind } from '../domain/imported-text.ts';
import { convert } from './convert.ts';

// The process of one import: bytes come in on stdin, the result goes out on stdout as JSON. Whatever a file does to
// it, the server only sees it end.
const kinds: readonly ImportKind[] = ['docx', 'html'];
const kind = kinds.find((one) => one === process.argv[2]);
if (kind === undefined) throw new Error('Say what to convert: docx or html.');
const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
process.stdout.write(JSON.stringify(await convert(kind, Buffer.concat(chunks))));
