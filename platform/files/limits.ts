/**
 * Every limit of reading a file, in one place. Each is far above the largest official document we know (a gazette of
 * 96 000 characters, 250 KB of text, 300 pages) and far below what would harm the machine.
 */
const MB = 1024 * 1024;

export const limits = {
  /** The file as it stands on disk or in the upload. */
  fileBytes: 50 * MB,
  /** The text that is handed on, in UTF-16 units: twenty gazettes. */
  textLength: 2_000_000,
  /** The source of a web page, in UTF-16 units; saved pages carry their pictures in it. */
  htmlLength: 20_000_000,
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
  /** Cells with something in them, all sheets of a workbook together: 100,000 records of 20 fields. */
  sheetCells: 2_000_000,
  /** Text of all cells of a workbook, in UTF-16 units. */
  sheetText: 10_000_000,
  /** Heap of the process that reads a risky file, in MB. */
  heapMegabytes: 256,
  /** Writable memory that process may use beyond what it holds when idle, in MB; two of them stay under 1 GB. */
  readerMegabytes: 380,
  /** How many risky files are read at the same time; the others wait. */
  readersAtOnce: 2,
  /** Paragraphs of an old format: LibreOffice needs 0.2 ms for each. */
  officeParagraphs: 50_000,
  /** Groups and words of an RTF file, elements of an ODT file. */
  officeElements: 3_000_000,
  /** LibreOffice: processor seconds, seconds on the clock, writable memory in MB (its programs take 150 MB more). */
  officeCpuSeconds: 15,
  officeSeconds: 45,
  officeMegabytes: 600,
} as const;

/** Processor seconds for reading a web page or a Word document, and for looking an old format over. */
export const READER_CPU_SECONDS = 4;

const KB_PER_SECOND = 200;

/**
 * Processor seconds for reading a PDF of this size: 4, and one more for each 200 KB, never more than 25. A sound PDF of
 * 300 pages (3 MB) needs 7 to 10; a small file that needs more than 4 was made to.
 */
export const pdfCpuSeconds = (bytes: number): number => Math.min(25, 4 + Math.floor(bytes / 1024 / KB_PER_SECOND));

/** Processor seconds for reading a workbook of this size: 100 KB hold 10,000 cells or so, read in less than a tenth. */
export const workbookCpuSeconds = pdfCpuSeconds;
