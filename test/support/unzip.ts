/** Unpacks the archives that this project makes: few files, stored or deflated, none of four gigabytes. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';

const endOfDirectory = Buffer.from('PK\x05\x06');

/** Writes the files of an archive that begin with `prefix` into a folder, without it. */
export function unzip(archive: string, prefix: string, folder: string): void {
  const bytes = readFileSync(archive);
  const end = bytes.lastIndexOf(endOfDirectory);
  if (end < 0) throw new Error(`${archive} is no archive`);
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      bytes.readUInt16LE(at + field),
    );
    const nameEnd = at + 46 + (nameLength ?? 0);
    const name = bytes.toString('utf8', at + 46, nameEnd);
    const start = bytes.readUInt32LE(at + 42);
    const content = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const packed = bytes.subarray(content, content + bytes.readUInt32LE(at + 20));
    if (name.startsWith(prefix) && !name.endsWith('/')) {
      const file = path.join(folder, name.slice(prefix.length));
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed));
    }
    at = nameEnd + (extraLength ?? 0) + (commentLength ?? 0);
  }
}
