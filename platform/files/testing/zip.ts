import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a package to be made for a test; the declared figures may lie. */
export interface ZipEntry {
  readonly name: string;
  readonly data: string | Uint8Array;
  readonly stored?: boolean;
  readonly declaredSize?: number;
  readonly flags?: number;
  /** Local header of another entry, by its index: how overlapping bombs are made. */
  readonly sharesWith?: number;
}

/** Makes a zip file in memory, honest unless its entries say otherwise. */
export function makeZip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  const places: number[] = [];
  let offset = 0;
  for (const entry of entries) {
    const raw = Buffer.from(entry.data as string);
    const packed = entry.stored === true ? raw : deflateRawSync(raw, { level: 9 });
    const name = Buffer.from(entry.name);
    const fields = headerFields(entry, raw, packed, name);
    const place = entry.sharesWith === undefined ? offset : places[entry.sharesWith]!;
    places.push(place);
    if (entry.sharesWith === undefined) {
      const local = Buffer.concat([word(0x04034b50), half(20), fields, half(0), name, packed]);
      locals.push(local);
      offset += local.length;
    }
    const rest = Buffer.concat([half(0), half(0), half(0), half(0), word(0), word(place), name]);
    central.push(Buffer.concat([word(0x02014b50), half(20), half(20), fields, rest]));
  }
  const directory = Buffer.concat(central);
  const count = half(entries.length);
  const end = [word(0x06054b50), half(0), half(0), count, count, word(directory.length), word(offset), half(0)];
  return Buffer.concat([...locals, directory, ...end]);
}

function headerFields(entry: ZipEntry, raw: Buffer, packed: Buffer, name: Buffer): Buffer {
  return Buffer.concat([
    half(entry.flags ?? 0),
    half(entry.stored === true ? 0 : 8),
    word(0),
    word(crc32(raw)),
    word(packed.length),
    word(entry.declaredSize ?? raw.length),
    half(name.length),
  ]);
}

function half(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value);
  return buffer;
}

function word(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}
