export { readBlock, readColumns } from './columns.ts';
export { type FactDeps, type FactSetup, factSetup } from './deps.ts';
export { type EnterpriseFacts, enterpriseFacts, type KnownFact } from './enterprise-facts.ts';
export { keepColumns, refreshColumns } from './refresh.ts';
