import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceText } from '../../../src/document/index.ts';
import { RefusalError, type SheetText } from '../../../src/kernel/index.ts';
import { limits, pdfCpuSeconds, READER_CPU_SECONDS, workbookCpuSeconds } from '../limits.ts';
import { refuseFile } from '../refusals.ts';
import { type Outcome, runBounded } from './bounded-process.ts';
import { idleMegabytes } from './idle-memory.ts';
import type { Answer, Found, OfficeCheck, RiskyJob } from './protocol.ts';
import { readerPlaces } from './turnstile.ts';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..', '..');

/**
 * Reads bytes of a risky format in a process of its own that may read our program files and nothing else, may write
 * nothing and start nothing, and is held to `limits`. Refuses with what the reader found, or with `time-limit`,
 * `memory-limit` or `damaged` when the reader had to be ended or fell over.
 */
export async function readIsolated(job: 'html' | 'docx' | 'pdf', bytes: Uint8Array): Promise<SourceText> {
  const source = await ask(job, bytes);
  return source === null || isSheets(source) ? refuseFile('damaged', 'no text') : source;
}

/** Reads the sheets of a workbook in such a process; refuses like `readIsolated`. */
export async function readSheetsIsolated(bytes: Uint8Array): Promise<readonly SheetText[]> {
  const found = await ask('xlsx', bytes);
  return found !== null && isSheets(found) ? found : refuseFile('damaged', 'no sheets');
}

const isSheets = (found: Found): found is readonly SheetText[] => Array.isArray(found);

/** Looks bytes over in such a process; refuses like `readIsolated`, and gives nothing when they are found sound. */
export async function checkIsolated(job: OfficeCheck, bytes: Uint8Array): Promise<void> {
  await ask(job, bytes);
}

const cpuSecondsFor = (job: RiskyJob, bytes: number): number =>
  job === 'pdf' ? pdfCpuSeconds(bytes) : job === 'xlsx' ? workbookCpuSeconds(bytes) : READER_CPU_SECONDS;

async function ask(job: RiskyJob, bytes: Uint8Array): Promise<Found> {
  const cpuSeconds = cpuSecondsFor(job, bytes.length);
  const dataMegabytes = (await idleMegabytes()) + limits.readerMegabytes;
  const bounds = { cpuSeconds, wallSeconds: cpuSeconds * 3, dataMegabytes };
  const run = {
    program: process.execPath,
    args: [...flags(), join(here, 'reader-process.ts'), job],
    env: {},
    input: bytes,
    // JSON writes a character in up to six bytes; tables add their places.
    answerBytes: Math.max(limits.textLength * 12, job === 'xlsx' ? limits.sheetText * 6 : 0),
  };
  const outcome = await readerPlaces.pass(() => runBounded(run, bounds));
  return understand(outcome, cpuSeconds);
}

function flags(): string[] {
  const readable = ['platform', 'src', 'node_modules', 'package.json'].map((name) => join(root, name));
  return [
    `--max-old-space-size=${limits.heapMegabytes}`,
    '--disable-warning=ExperimentalWarning',
    '--permission',
    ...readable.map((path) => `--allow-fs-read=${path}`),
  ];
}

function understand(outcome: Outcome, cpuSeconds: number): Found {
  if (outcome.outOfTime) return refuseFile('time-limit', null, cpuSeconds);
  const answer = parseAnswer(outcome.answer);
  if (answer === null) {
    // Node aborts, or the kernel ends it, when memory is refused; there is no other way for it to end without a word.
    if (outcome.signal !== null || /out of memory|allocation failed/i.test(outcome.errors)) {
      return refuseFile('memory-limit', null, limits.readerMegabytes);
    }
    throw new Error(`the file reader ended with ${outcome.exitCode}: ${outcome.errors.slice(0, 2000)}`);
  }
  if (answer.ok) return answer.source;
  if ('refusals' in answer) throw new RefusalError(...answer.refusals);
  return refuseFile('damaged', answer.fault);
}

function parseAnswer(bytes: Buffer): Answer | null {
  if (bytes.length === 0) return null;
  try {
    return JSON.parse(bytes.toString('utf8')) as Answer;
  } catch {
    return null;
  }
}
