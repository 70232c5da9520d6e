import { loadAccountServer, type OperatorCommands } from '../../src/account/index.ts';
import { accountDeps } from './account.ts';
import { noteOnStderr } from './faults.ts';
import { organisationDeps, seedRegisters } from './organisation.ts';
import { openRuntime } from './runtime.ts';

/** Accounts in the hands of whoever works at the server's own machine. */
export interface Operator extends OperatorCommands {
  /** Where browsers find the server, for links. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Opens the data folder (together with a server that runs on it, if one does) or the database of DATABASE_URL. */
export async function openOperator(): Promise<Operator> {
  const runtime = await openRuntime({ exclusive: false });
  const { plan, secrets, config } = runtime;
  const { operatorCommands } = await loadAccountServer();
  const commands = operatorCommands(accountDeps({ plan, secrets, config, noteFault: noteOnStderr }));
  return {
    ...commands,
    createAdministrators: async () => {
      await seedRegisters(organisationDeps(plan));
      return commands.createAdministrators();
    },
    address: config.publicUrl ?? `http://127.0.0.1:${config.port}`,
    close: runtime.close,
  };
}
