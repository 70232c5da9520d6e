/** Tar (POSIX ustar) as far as a backup needs it: plain files with short names, so that any tar program opens it. */
export const blockBytes = 512;

/** Name and size of a file in the archive; its bytes follow, filled with zeros to whole blocks. */
export interface Member {
  readonly name: string;
  readonly size: number;
}

/** Two blocks of zeros. */
export const endOfArchive = Buffer.alloc(2 * blockBytes);

/** The block before a file. Everything in it follows from name, size and time, so that a reader can demand it exactly. */
export function headerOf({ name, size }: Member, seconds: number): Buffer {
  const block = Buffer.alloc(blockBytes);
  const put = (text: string, at: number): void => void block.write(text, at, 'latin1');
  const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');
  put(name, 0);
  put(octal(0o600, 7), 100);
  put(octal(0, 7), 108);
  put(octal(0, 7), 116);
  put(octal(size, 11), 124);
  put(octal(seconds, 11), 136);
  put(' '.repeat(8), 148);
  put('0', 156);
  put('ustar\u000000', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  put(`${octal(sum, 6)}\u0000`, 148);
  return block;
}

/** Name, size and time that a header block tells, or null when it is not one that we write. */
export function readHeader(block: Buffer): { readonly member: Member; readonly seconds: number } | null {
  const text = (at: number, length: number) => block.toString('latin1', at, at + length).replace(/\u0000.*$/su, '');
  const name = text(0, 100);
  const size = Number.parseInt(text(124, 12), 8);
  const seconds = Number.parseInt(text(136, 12), 8);
  if (!(size >= 0) || !(seconds >= 0)) return null;
  return headerOf({ name, size }, seconds).equals(block) ? { member: { name, size }, seconds } : null;
}

/** How many zeros follow a file of this size. */
export const paddingOf = (size: number): number => (blockBytes - (size % blockBytes)) % blockBytes;
