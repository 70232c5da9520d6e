import { ApiRefused, addressOf, refusedAnswerOf } from '../../http/client.ts';
import type { Endpoint } from '../../http/endpoint.ts';
import { nameIn } from '../download.ts';
import { noteRefusal, tokenHeader } from '../session.ts';

/** A file as a form, with plain fields before it: the server reads the form as it comes. */
export function formWith(file: File, fields: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file, file.name);
  return form;
}

/** Sends a file and saves the file that comes back; throws ApiRefused with the server's sentences. */
export async function sendForFile(endpoint: Endpoint, file: File): Promise<void> {
  const response = await fetch(addressOf('', endpoint, undefined, undefined), {
    ...{ method: endpoint.method, body: formWith(file), headers: { accept: '*/*', ...tokenHeader() } },
  }).catch(() => {
    throw new ApiRefused(0, [{ code: 'unreachable', message: '连不上服务。请确认网络，再试一次。' }], null);
  });
  if (!response.ok) {
    const refused = await refusedAnswerOf(response);
    noteRefusal(refused);
    throw refused;
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = nameIn(response.headers.get('content-disposition')) ?? file.name;
  link.click();
  // The browser reads it after this call returns.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
