import { ApiRefused, refusedAnswerOf } from '../http/client.ts';
import { noteRefusal, tokenHeader } from './session.ts';

/**
 * Posts a form, or nothing, and hands on each event of the answering stream as it comes. Ends with the stream; a signal
 * ends it earlier, and the work behind it. Throws ApiRefused where nothing was begun, and when the stream breaks off.
 */
export async function postEvents<E>(
  address: string,
  form: FormData | null,
  signal: AbortSignal,
  onEvent: (event: E) => void,
): Promise<void> {
  const response = await post(address, form, signal);
  if (response.body === null) throw brokenOff();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const parts = (rest + value).split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) if (part.startsWith('data: ')) onEvent(JSON.parse(part.slice(6)) as E);
    }
  } catch (cause) {
    throw signal.aborted ? cause : brokenOff();
  }
}

/** Posts a form, or nothing, and gives what comes back as a file. */
export async function postForFile(address: string, form: FormData | null, signal: AbortSignal): Promise<Response> {
  return post(address, form, signal);
}

async function post(address: string, form: FormData | null, signal: AbortSignal): Promise<Response> {
  const response = await fetch(address, {
    ...{ method: 'POST', signal, headers: { accept: '*/*', ...tokenHeader() } },
    ...(form !== null && { body: form }),
  }).catch((cause: unknown) => {
    if (signal.aborted) throw cause;
    throw new ApiRefused(0, [{ code: 'unreachable', message: '连不上服务。请确认网络，再试一次。' }], null);
  });
  if (response.ok) return response;
  const refused = await refusedAnswerOf(response);
  noteRefusal(refused);
  throw refused;
}

const brokenOff = (): ApiRefused =>
  new ApiRefused(0, [{ code: 'unreachable', message: '和服务的连接中途断了，没有结果。请确认网络，再试一次。' }], null);
