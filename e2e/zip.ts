// Zips as people make them, byte by byte: what cannot be made with any packer of today can be made here.
import { deflateRawSync } from 'node:zlib';

export type Entry = {
  /** In UTF-8, or as it is. */
  name: string | Buffer;
  content: Buffer;
  /** Asks for a password. */
  encrypted?: boolean;
  /** How it is packed: 8 unless told. */
  method?: number;
};

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
  return sum >>> 0;
});

const checksum = (bytes: Buffer): number => {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = TABLE[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
};

/** One zip of these. */
export function zip(entries: Entry[]): Buffer {
  const files: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const { name, content, encrypted = false, method = 8 } of entries) {
    const path = Buffer.from(name);
    const packed = deflateRawSync(content);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE((encrypted ? 1 : 0) | (typeof name === 'string' ? 0x800 : 0), 2);
    about.writeUInt16LE(method, 4);
    about.writeUInt32LE(checksum(content), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(content.length, 18);
    about.writeUInt16LE(path.length, 22);
    const head = Buffer.concat([Buffer.from('PK\x03\x04'), about]);
    const end = Buffer.alloc(14);
    end.writeUInt32LE(at, 10);
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), about, end, path]));
    files.push(head, path, packed);
    at += head.length + path.length + packed.length;
  }
  const directory = Buffer.concat(list);
  const tail = Buffer.alloc(18);
  tail.writeUInt16LE(entries.length, 4);
  tail.writeUInt16LE(entries.length, 6);
  tail.writeUInt32LE(directory.length, 8);
  tail.writeUInt32LE(at, 12);
  return Buffer.concat([...files, directory, Buffer.from('PK\x05\x06'), tail]);
}
