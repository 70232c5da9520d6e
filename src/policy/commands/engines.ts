import type { Engine, EngineName } from './engine.ts';

export interface EngineChoice {
  /**
   * For `sql`: addresses of PostgreSQL servers among which the enterprises are parted by region; none: a server of its own
   * that is thrown away afterwards.
   */
  readonly servers?: readonly string[];
}

/** Every way to run policies, loaded when it is asked for. A new one is entered here. */
const engines: Readonly<Record<EngineName, (choice: EngineChoice) => Promise<Engine>>> = {
  loop: async () => (await import('./loop-engine.ts')).loopEngine,
  sql: async ({ servers = [] }) => {
    const { postgresEngine, throwAwayEngine } = await import('./sql-engine.ts');
    return servers.length === 0 ? throwAwayEngine : postgresEngine(servers);
  },
  duckdb: async () => (await import('./sql-engine.ts')).duckDbEngine,
};

export const engineNames: readonly EngineName[] = ['loop', 'sql', 'duckdb'];

export const engineOf = (name: EngineName, choice: EngineChoice = {}): Promise<Engine> => engines[name](choice);
