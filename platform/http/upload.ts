import type { FastifyRequest } from 'fastify';
import '@fastify/multipart';
import { RefusalError } from '../../src/kernel/index.ts';
import { Turnstile } from '../files/isolate/turnstile.ts';
import { refuseUnstorable } from './validation.ts';

/** One uploaded file with the plain fields beside it. */
export interface Upload {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly fields: Readonly<Record<string, string>>;
}

/** Uploads that are held in memory at the same time; the bodies of others wait unread with their senders. */
const places = new Turnstile(4);
const mostWaiting = 32;
let inside = 0;

/** Keeps the upload counted as held until some later work on it is done. */
export type Keep = (later: Promise<unknown>) => void;

/**
 * Takes the one file `file` of a multipart request with its other fields, and hands it to `work`. Refuses a request
 * without file, and when too many uploads wait already.
 */
export async function withUpload<T>(
  request: FastifyRequest,
  work: (upload: Upload, keep: Keep) => Promise<T>,
): Promise<T> {
  if (!request.isMultipart()) throw new RefusalError({ code: 'media-type-unsupported' });
  if (inside >= mostWaiting) throw new RefusalError({ code: 'server-busy', limit: mostWaiting });
  inside += 1;
  const answer = Promise.withResolvers<T>();
  void places.pass(async () => {
    const laters: Promise<unknown>[] = [];
    try {
      answer.resolve(await work(await receive(request), (later) => void laters.push(later)));
    } catch (cause) {
      answer.reject(cause);
    }
    await Promise.allSettled(laters);
    inside -= 1;
  });
  return answer.promise;
}

async function receive(request: FastifyRequest): Promise<Upload> {
  const fields: Record<string, string> = {};
  let file: { fileName: string; bytes: Buffer } | null = null;
  for await (const part of request.parts()) {
    if (part.type === 'file') file = { fileName: part.filename ?? '', bytes: await part.toBuffer() };
    else if (typeof part.value === 'string') fields[part.fieldname] = part.value;
  }
  if (file === null) throw new RefusalError({ code: 'file-missing', field: 'file' });
  refuseUnstorable(fields, '');
  return { ...file, fields };
}
