export type { Engine, EngineJob, EngineName } from './engine.ts';
export { engineNames, engineOf } from './engines.ts';
export { examplesHold } from './examples-hold.ts';
export { OutputFile } from './output-file.ts';
export { policySqlText } from './policy-sql.ts';
export { type EnterpriseRow, readRows } from './rows.ts';
export { leftOutOf, type RunOptions, type RunReport, runPolicies } from './run-policies.ts';
export { yearsAbout } from './trial/task.ts';
