import { send } from '../../../../platform/web/api.ts';
import { type ImportJobJson, planApi } from '../../contract.ts';
import type { EditionOf } from './uploads.ts';

/** Sends one file; the server answers as soon as it has it whole, and goes on by itself. */
export async function sendFile(file: File, as: EditionOf | null): Promise<ImportJobJson> {
  const form = new FormData();
  // Fields first: the server reads the form as it comes.
  if (as !== null) form.append('asEditionOf', as.planId);
  if (as?.part != null) form.append('part', String(as.part));
  form.append('file', file, file.name);
  return send(planApi.importFile, { form, headers: { prefer: 'respond-async' } });
}
