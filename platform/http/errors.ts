import type { FastifyError, FastifyInstance } from 'fastify';
import { type Refusal, RefusalError } from '../../src/kernel/index.ts';
import { say } from '../messages/index.ts';
import './serve.ts';
import { statusOf } from './status.ts';

/** What an answer may carry beside its refusals; a slice adds what its own errors know. */
export type Extras = (cause: unknown) => object;

/** Refusals with their sentences, as every 4xx and 5xx answer has them. */
export const refusedAnswer = (refusals: readonly Refusal[]) => ({
  refusals: refusals.map((refusal) => ({ ...refusal, message: say(refusal) })),
});

/** Where a fault of our own is noted; the person who asked only gets the number. */
export type NoteFault = (number: string, cause: unknown) => void;

/**
 * Turns every error into `{ refusals }` with sentences and the right status. A fault of our own becomes
 * `internal-fault` with the request's number; its stack goes to `note` and never into an answer.
 */
export function answerErrors(app: FastifyInstance, extras: Extras, note: NoteFault): void {
  app.setErrorHandler(async (cause: FastifyError, request, reply) => {
    const refusals = refusalsOf(cause, request.id);
    if (request.knock !== null) await app.gate.refused(request, request.knock, request.actor, refusals);
    if (refusals[0]?.code === 'internal-fault') note(request.id, cause);
    const status = statusOf(refusals);
    if (status === 503) void reply.header('retry-after', '5');
    if (refusals[0]?.code === 'too-many-requests') void reply.header('retry-after', String(refusals[0].limit ?? 1));
    return reply.status(status).send({ ...refusedAnswer(refusals), ...extras(cause) });
  });
}

function refusalsOf(cause: FastifyError, number: string): readonly Refusal[] {
  if (cause instanceof RefusalError) return cause.refusals;
  const known = ofFastify(cause);
  if (known !== null) return [known];
  if (isDatabaseAway(cause)) return [{ code: 'database-away' }];
  return [{ code: 'internal-fault', given: number }];
}

const megabyte = 1024 * 1024;

function ofFastify({ code, statusCode }: FastifyError): Refusal | null {
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
    case 'FST_REQ_FILE_TOO_LARGE':
      return { code: 'too-large', limit: (code === 'FST_REQ_FILE_TOO_LARGE' ? 50 : 4) * megabyte };
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return { code: 'media-type-unsupported' };
    case 'FST_FILES_LIMIT':
    case 'FST_FIELDS_LIMIT':
    case 'FST_PARTS_LIMIT':
      return { code: 'field-unexpected', field: 'file' };
    default:
      return statusCode !== undefined && statusCode >= 400 && statusCode < 500 ? { code: 'json-unreadable' } : null;
  }
}

/** Codes of the driver and of PostgreSQL for “there is no connection”. */
const away = /^(ECONNREFUSED|ECONNRESET|EPIPE|08...|57P0[123]|53300)$/;

const isDatabaseAway = ({ code, message }: FastifyError): boolean =>
  away.test(code ?? '') || /Connection terminated|timeout exceeded when trying to connect/.test(message);
