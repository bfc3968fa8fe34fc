/** A file of a tar archive: a text, or bytes that are read when their turn comes. */
export type TarFile = {
  readonly path: string;
  readonly size: number;
  readonly chunks: () => Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
};

const BLOCK = 512;
const LONGEST_NAME = 100;

export const textFile = (path: string, text: string): TarFile => {
  const bytes = Buffer.from(text, 'utf8');
  return { path, size: bytes.length, chunks: () => [bytes] };
};

/**
 * Files as a tar archive (POSIX.1-2001), which every system unpacks. The same files with the same time give the same
 * bytes: no owner, no folders, one mode. A name that is long or not ASCII stands in a header of its own.
 * @param seconds the time of every file, since 1970
 */
export async function* tarOf(
  files: AsyncIterable<TarFile> | Iterable<TarFile>,
  seconds: number,
): AsyncGenerator<Uint8Array> {
  for await (const file of files) {
    const { path, size } = file;
    const isPlain = path.length <= LONGEST_NAME && /^[\x20-\x7e]+$/.test(path);
    if (!isPlain) {
      const record = paxRecord('path', path);
      yield header({ name: 'PaxHeader', size: record.length, type: 'x', seconds });
      yield record;
      yield padding(record.length);
    }
    yield header({ name: isPlain ? path : 'long-name', size, type: '0', seconds });
    let written = 0;
    for await (const chunk of file.chunks()) {
      written += chunk.length;
      yield chunk;
    }
    if (written !== size) throw new Error(`${path} changed while it was read`);
    yield padding(size);
  }
  yield Buffer.alloc(2 * BLOCK);
}

const padding = (size: number): Uint8Array => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);

/** `<length> key=value\n`, where the length counts itself. */
function paxRecord(key: string, value: string): Buffer {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  let length = rest + String(rest).length;
  if (rest + String(length).length !== length) length = rest + String(length).length;
  return Buffer.from(`${length} ${key}=${value}\n`, 'utf8');
}

function header(entry: {
  readonly name: string;
  readonly size: number;
  readonly type: '0' | 'x';
  readonly seconds: number;
}): Buffer {
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, length: number): string => `${value.toString(8).padStart(length - 1, '0')}\0`;
  block.write(entry.name, 0, 'ascii');
  block.write(octal(0o644, 8), 100, 'ascii');
  block.write(octal(0, 8), 108, 'ascii');
  block.write(octal(0, 8), 116, 'ascii');
  block.write(octal(entry.size, 12), 124, 'ascii');
  block.write(octal(entry.seconds, 12), 136, 'ascii');
  block.write(' '.repeat(8), 148, 'ascii');
  block.write(entry.type, 156, 'ascii');
  block.write('ustar\x0000', 257, 'ascii');
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'ascii');
  return block;
}
