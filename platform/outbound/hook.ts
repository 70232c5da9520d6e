import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { AddressForbidden, guardedLookup, mayCall } from './addresses.ts';
import { type LetGo, type Outcome, shortAnswer } from './outcome.ts';

export interface HookCall {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whether addresses inside the house may be called. */
  readonly allowInside: boolean;
}

const patienceMs = 20_000;
const mostAnswer = 2_000;

/**
 * Calls a web hook once with POST. The connection stands when `letGo` is awaited; the body goes only then. Redirections
 * are not followed, and forbidden addresses not called, whatever name leads to them. Never throws.
 */
export async function callHook(call: HookCall, letGo: LetGo): Promise<Outcome> {
  let gone = false;
  try {
    const { status, text } = await post(call, async () => {
      await letGo();
      gone = true;
    });
    return judged(status, text);
  } catch (cause) {
    if (cause instanceof AddressForbidden)
      return { sent: false, next: 'never', code: 'hook-address-private', answer: null };
    const answer = cause instanceof Error ? shortAnswer((cause as { code?: string }).code ?? cause.message) : null;
    if (gone) return { sent: false, next: 'unknown', code: 'hook-answer-lost', answer };
    return { sent: false, next: 'again', code: 'hook-unreachable', answer };
  }
}

function judged(status: number, text: string): Outcome {
  const answer = shortAnswer(`${status} ${text}`);
  if (status >= 200 && status < 300) return { sent: true, answer };
  if (status >= 300 && status < 400) return { sent: false, next: 'never', code: 'hook-redirects', answer };
  const later = status >= 500 || status === 408 || status === 425 || status === 429;
  return { sent: false, next: later ? 'again' : 'never', code: 'hook-refused', answer };
}

function post(call: HookCall, letGo: LetGo): Promise<{ status: number; text: string }> {
  const { url, headers, body, allowInside } = call;
  const address = new URL(url);
  const host = address.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !mayCall(host, allowInside)) throw new AddressForbidden(host);
  const options: RequestOptions = {
    method: 'POST',
    agent: false,
    lookup: guardedLookup(allowInside) as NonNullable<RequestOptions['lookup']>,
    signal: AbortSignal.timeout(patienceMs),
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
  };
  const secure = address.protocol === 'https:';
  return new Promise((resolve, reject) => {
    const request = (secure ? httpsRequest : httpRequest)(address, options);
    request.on('error', reject);
    request.on('response', (response) => void answerOf(response).then(resolve, reject));
    request.on('socket', (socket) =>
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        letGo().then(
          () => request.end(body),
          (cause: unknown) => {
            request.destroy();
            reject(cause);
          },
        );
      }),
    );
    request.flushHeaders();
  });
}

/** Status and the beginning of the text; the rest is not waited for. */
async function answerOf(response: IncomingMessage): Promise<{ status: number; text: string }> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of response) {
    parts.push(part as Buffer);
    length += (part as Buffer).length;
    if (length > mostAnswer) break;
  }
  return { status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8').slice(0, mostAnswer) };
}
