import { crc32 } from 'node:zlib';

const LOCAL_LENGTH = 30;
const CENTRAL_LENGTH = 46;

/** A zip of parts without compression, as the reader of Word files takes it. */
export function packParts(parts: ReadonlyMap<string, Buffer>): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, bytes] of parts) {
    const title = Buffer.from(name);
    const local = Buffer.alloc(LOCAL_LENGTH);
    local.writeUInt32LE(0x04034b50, 0);
    writeFacts(local, 4, bytes, title);
    const entry = Buffer.alloc(CENTRAL_LENGTH);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    writeFacts(entry, 6, bytes, title);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, title, bytes);
    central.push(entry, title);
    offset += LOCAL_LENGTH + title.length + bytes.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** The fields both records share, from the version on: UTF-8 names, stored, no time. */
function writeFacts(record: Buffer, at: number, bytes: Buffer, title: Buffer): void {
  record.writeUInt16LE(20, at);
  record.writeUInt16LE(0x0800, at + 2);
  record.writeUInt32LE(crc32(bytes), at + 10);
  record.writeUInt32LE(bytes.length, at + 14);
  record.writeUInt32LE(bytes.length, at + 18);
  record.writeUInt16LE(title.length, at + 22);
}
