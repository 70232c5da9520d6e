import { gateFor } from '../../platform/http/gate.ts';
import { type Actor, localOperator } from '../../src/access/index.ts';
import { buildApp } from './app.ts';
import { type Asker, askApp } from './ask-app.ts';
import { noteOnStderr } from './faults.ts';
import { openRuntime } from './runtime.ts';

/** The API without a server: the same routes on the same data, in this process. For the command line. */
export interface LocalApi extends Asker {
  readonly close: () => Promise<void>;
}

/**
 * Opens the data folder (together with a server that runs on it, if one does) or the database of DATABASE_URL. Whoever may do
 * that may also see and change everything in it: he acts as the operator of this machine, and the audit says so.
 */
export async function openLocalApi(
  options: { readonly dataDir?: string | undefined; readonly databaseUrl?: string | undefined } = {},
  actor: Actor = localOperator,
): Promise<LocalApi> {
  const runtime = await openRuntime({ ...options, exclusive: false });
  const app = await buildApp({
    plan: runtime.plan,
    secrets: runtime.secrets,
    webFolder: null,
    gate: gateFor(actor),
    onlyThisMachine: true,
    noteFault: noteOnStderr,
  });
  return {
    ...askApp(app),
    close: async () => {
      await app.close();
      await runtime.close();
    },
  };
}
