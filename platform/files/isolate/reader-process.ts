/** The process that reads one risky file and ends. Started by read-isolated.ts; see protocol.ts. */
import { once } from 'node:events';
import { Socket } from 'node:net';
import { RefusalError } from '../../../src/kernel/index.ts';
import { limits } from '../limits.ts';
import { ANSWER_DESCRIPTOR, type Answer, type Found, type RiskyJob } from './protocol.ts';

const readers: Readonly<Record<RiskyJob, (bytes: Uint8Array) => Promise<Found>>> = {
  html: async (bytes) => (await import('../html/read-html.ts')).readHtml(bytes),
  docx: async (bytes) => (await import('../docx/read-docx.ts')).readDocx(bytes),
  pdf: async (bytes) => (await import('../pdf/read-pdf.ts')).readPdf(bytes),
  xlsx: async (bytes) => (await import('../xlsx/read-xlsx.ts')).readXlsx(bytes),
  'check-odt': async (bytes) => {
    await (await import('../office/check-odt.ts')).checkOdt(bytes);
    return null;
  },
  'check-rtf': async (bytes) => {
    (await import('../office/check-rtf.ts')).checkRtf(bytes);
    return null;
  },
  'check-compound': async (bytes) => {
    (await import('../office/check-compound.ts')).checkCompound(bytes);
    return null;
  },
};

async function answer(job: RiskyJob): Promise<Answer> {
  try {
    return { ok: true, source: await readers[job](await standardInput()) };
  } catch (error) {
    if (error instanceof RefusalError) return { ok: false, refusals: error.refusals };
    if (error instanceof RangeError && /allocation failed|Invalid (?:array|string) length/.test(error.message)) {
      return { ok: false, refusals: [{ code: 'memory-limit', limit: limits.readerMegabytes }] };
    }
    // Whatever a parser stumbles over is a fault of the file: the same parser reads sound files every day.
    return { ok: false, fault: error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : 'unknown' };
  }
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limits.fileBytes) break;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function send(given: Answer): Promise<never> {
  const channel = new Socket({ fd: ANSWER_DESCRIPTOR, readable: false, writable: true });
  channel.end(JSON.stringify(given));
  await once(channel, 'finish');
  process.exit(0);
}

// Parsers leave promises behind when they give up on a part; what counts is whether the reading comes to an end.
process.on('unhandledRejection', () => undefined);
process.on('uncaughtException', (error) => void send({ ok: false, fault: error.message.slice(0, 300) }));
await send(await answer(process.argv[2] as RiskyJob));
