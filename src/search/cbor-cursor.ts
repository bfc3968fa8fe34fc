/**
 * Reads the few CBOR shapes that Pagefind writes (definite arrays, texts, integers) from the front of a buffer.
 * Throws on any other shape: the file is then not one of ours.
 */
export type CborCursor = {
  at: number;
  readonly arrayLength: () => number;
  readonly text: () => string;
  readonly integer: () => number;
  readonly skip: () => void;
};

const decoder = new TextDecoder();

export function openCborCursor(bytes: Uint8Array): CborCursor {
  const cursor = { at: 0, arrayLength, text, integer, skip };

  function byte(): number {
    const value = bytes[cursor.at];
    if (value === undefined) throw new Error('search index file ends too early');
    cursor.at += 1;
    return value;
  }
  function argument(info: number): number {
    if (info < 24) return info;
    if (info > 26) throw new Error(`search index file holds an unexpected number width ${info}`);
    let value = 0;
    for (let left = 1 << (info - 24); left > 0; left -= 1) value = value * 256 + byte();
    return value;
  }
  function head(expected: number): number {
    const first = byte();
    if (first >> 5 !== expected)
      throw new Error(`search index file holds type ${first >> 5}, not ${expected}`);
    return argument(first & 31);
  }
  function arrayLength(): number {
    return head(4);
  }
  function text(): string {
    const length = head(3);
    const start = cursor.at;
    cursor.at += length;
    return decoder.decode(bytes.subarray(start, cursor.at));
  }
  function integer(): number {
    const first = byte();
    const value = argument(first & 31);
    return first >> 5 === 1 ? -1 - value : value;
  }
  function skip(): void {
    let left = 1;
    while (left > 0) {
      left -= 1;
      const first = byte();
      const value = argument(first & 31);
      if (first >> 5 === 4) left += value;
      else if (first >> 5 === 3) cursor.at += value;
    }
  }
  return cursor;
}
