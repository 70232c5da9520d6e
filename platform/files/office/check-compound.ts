import { refuseFile } from '../refusals.ts';

const FREE = 0xffffffff;
const LAST_REAL_SECTOR = 0xfffffffa;
const HEADER_FAT_SLOTS = 109;
const ENTRY_BYTES = 128;
const MINI_STREAM_CUTOFF = 4096;

/**
 * Looks over an old Office file (compound file, [MS-CFB]) before LibreOffice gets it: refuses one that breaks off
 * before its last sector (`truncated`), one whose directory makes no sense (`damaged`) and a Word file with a password
 * (`encrypted`, [MS-DOC] FibBase.fEncrypted).
 */
export function checkCompound(bytes: Uint8Array): void {
  if (bytes.length < 1024) refuseFile('truncated');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) refuseFile('damaged', 'sector size');
  const size = 1 << shift;
  const placeOf = (sector: number): number => (sector + 1) * size;
  const inside = (sector: number): boolean => sector < LAST_REAL_SECTOR && placeOf(sector) < bytes.length;
  const fat = allocation(view, inside, placeOf, size);
  for (let sector = fat.length - 1; sector >= 0; sector -= 1) {
    if (fat[sector] === FREE) continue;
    if (!inside(sector)) refuseFile('truncated');
    break;
  }
  const first = view.getUint32(48, true);
  if (!inside(first)) refuseFile('truncated');
  for (const sector of chain(fat, first)) {
    if (!inside(sector) || placeOf(sector) + size > bytes.length) refuseFile('truncated');
    refuseProtectedWord(view, placeOf(sector), size, placeOf);
  }
}

/** The allocation table, as far as the header lists it (files up to 7 MB wholly, larger ones in their first part). */
function allocation(
  view: DataView,
  inside: (sector: number) => boolean,
  placeOf: (sector: number) => number,
  size: number,
): number[] {
  const fat: number[] = [];
  for (let slot = 0; slot < HEADER_FAT_SLOTS; slot += 1) {
    const sector = view.getUint32(76 + slot * 4, true);
    if (sector === FREE) break;
    if (!inside(sector) || placeOf(sector) + size > view.byteLength) refuseFile('truncated');
    for (let at = 0; at < size; at += 4) fat.push(view.getUint32(placeOf(sector) + at, true));
  }
  return fat;
}

function* chain(fat: readonly number[], first: number): Generator<number> {
  const seen = new Set<number>();
  for (
    let sector: number | undefined = first;
    sector !== undefined && sector < LAST_REAL_SECTOR;
    sector = fat[sector]
  ) {
    if (seen.has(sector)) refuseFile('damaged', 'circular directory');
    seen.add(sector);
    yield sector;
  }
}

function refuseProtectedWord(view: DataView, from: number, size: number, placeOf: (sector: number) => number): void {
  const WORD_MAGIC = 0xa5ec;
  const ENCRYPTED = 0x0100;
  for (let entry = from; entry + ENTRY_BYTES <= from + size; entry += ENTRY_BYTES) {
    if (nameOf(view, entry) !== 'WordDocument') continue;
    // A stream below the cutoff lies in the mini stream and its number counts other sectors; LibreOffice judges those.
    if (view.getUint32(entry + 120, true) < MINI_STREAM_CUTOFF) continue;
    const stream = placeOf(view.getUint32(entry + 116, true));
    if (stream + 12 > view.byteLength) refuseFile('truncated');
    const isWord = view.getUint16(stream, true) === WORD_MAGIC;
    if (isWord && (view.getUint16(stream + 10, true) & ENCRYPTED) !== 0) refuseFile('encrypted');
  }
}

function nameOf(view: DataView, entry: number): string {
  const length = Math.min(64, view.getUint16(entry + 64, true));
  let name = '';
  for (let at = 0; at + 2 < length; at += 2) name += String.fromCharCode(view.getUint16(entry + at, true));
  return name;
}
