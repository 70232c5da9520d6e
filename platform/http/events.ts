import { AsyncLocalStorage } from 'node:async_hooks';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';

const pauseMs = 200;
const longestMs = 30 * 60_000;

/**
 * Sends what `look` gives as server-sent events, each time it is different, until `isLast` says so, the caller goes
 * away or the server closes. It asks again and again instead of being told, so that any server process can answer.
 */
export function follow<T>(
  reply: FastifyReply,
  look: () => Promise<T>,
  isLast: (value: T) => boolean,
  isClosing: () => boolean,
): FastifyReply {
  // The stream is read outside of the handler; each look is still on behalf of whoever asked.
  const inContext = AsyncLocalStorage.snapshot();
  const changed = changes(() => inContext(look), isLast, isClosing);
  return reply.type('text/event-stream; charset=utf-8').send(Readable.from(changed));
}

async function* changes<T>(
  look: () => Promise<T>,
  isLast: (value: T) => boolean,
  isClosing: () => boolean,
): AsyncGenerator<string> {
  let sent = '';
  for (let waited = 0; waited < longestMs && !isClosing(); waited += pauseMs) {
    const value = await look();
    const text = JSON.stringify(value);
    if (text !== sent) yield `data: ${text}\n\n`;
    sent = text;
    if (isLast(value)) return;
    await pause(pauseMs);
  }
}
