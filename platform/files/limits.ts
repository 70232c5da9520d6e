/**
 * Every limit of reading a file, in one place. Each is far above the largest official document we know (a gazette of
 * 96 000 characters, 250 KB of text, 300 pages) and far below what would harm the machine.
 */
const MB = 1024 * 1024;

export const limits = {
  /** The file as it stands on disk or in the upload. */
  fileBytes: 50 * MB,
  /** The text that is handed on, in UTF-16 units. */
  textLength: 5_000_000,
  lines: 200_000,
  /** Entries of a docx or odt package. */
  entries: 2_000,
  /** All entries of a package together, unpacked, as its directory declares them. */
  unpackedBytes: 100 * MB,
  /** An entry larger than `ratioFloorBytes` may not unpack to more than this many times its packed size. */
  ratio: 200,
  ratioFloorBytes: 5 * MB,
  /** Elements inside elements, in XML and HTML; a deeply nested table of a real page stays under 100. */
  depth: 500,
  /** Elements of an HTML page. */
  elements: 500_000,
  /** Columns of a table; wider ones are not tables of a document. */
  columns: 400,
  pages: 3_000,
  /** Heap of the process that reads a risky file, in MB. */
  heapMegabytes: 256,
  /**
   * Writable memory that the kernel grants that process, in MB. Node reserves some 520 MB of it without using it
   * (measured: Node 24 on Linux), so that the process really holds 420 MB at most, two of them and the server under 1 GB.
   */
  dataMegabytes: 940,
  /** How many risky files are read at the same time; the others wait. */
  readersAtOnce: 2,
  /** LibreOffice: processor seconds, seconds on the clock, writable memory. */
  officeCpuSeconds: 25,
  officeSeconds: 60,
  officeMegabytes: 800,
} as const;

const KB_PER_SECOND = 200;

/**
 * Processor seconds a reader may use: 5, and one more for each 200 KB of the file, never more than 25. A sound PDF of
 * 300 pages (3 MB) needs 7 to 10; a small file that needs more than 5 was made to.
 */
export const cpuSecondsFor = (bytes: number): number => Math.min(25, 5 + Math.floor(bytes / 1024 / KB_PER_SECOND));
