/** PostgreSQL servers to reckon on: those given, else those of the configuration; none: one of our own for the run. */
export async function serversHere(given: readonly string[] | undefined): Promise<readonly string[]> {
  if (given !== undefined && given.length > 0) return given;
  // Loaded only here: a run without a database has nothing to configure.
  const { readConfig } = await import('../../../platform/config/index.ts');
  const { policyServers, databaseUrl } = readConfig(process.env);
  return policyServers ?? (databaseUrl === null ? [] : [databaseUrl]);
}
