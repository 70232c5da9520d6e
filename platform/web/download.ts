import { ApiRefused, refusedAnswerOf } from '../http/client.ts';
import { noteRefusal } from './session.ts';

/** Saves what an address answers as a file; throws ApiRefused with the server's sentences instead of saving a refusal. */
export async function download(address: string): Promise<void> {
  const response = await fetch(address, { headers: { accept: '*/*' } }).catch(() => {
    throw new ApiRefused(0, [{ code: 'unreachable', message: '连不上服务。请确认网络，再试一次。' }], null);
  });
  if (!response.ok) {
    const refused = await refusedAnswerOf(response);
    noteRefusal(refused);
    throw refused;
  }
  await saveFile(response);
}

/** Saves an answer that is a file under the name it comes with. */
export async function saveFile(response: Response): Promise<void> {
  saveBlob(nameIn(response.headers.get('content-disposition')) ?? 'download', await response.blob());
}

/** Saves a text that the page has made itself. */
export const saveText = (name: string, text: string): void =>
  saveBlob(name, new Blob([text], { type: 'text/csv;charset=utf-8' }));

/** Saves what the page has made itself: a picture, a sheet. */
export function saveBlob(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser reads it after this call returns.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** `filename*=UTF-8''…` of RFC 6266. */
export function nameIn(disposition: string | null): string | null {
  const coded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  return coded === undefined ? null : decodeURIComponent(coded);
}
