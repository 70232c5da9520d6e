/** Everything the indicator slice asks of the database. The statements are in `store/`. */

export * from './store/record.ts';
export * from './store/rollup.ts';
export type { IndicatorTables } from './store/tables.ts';
export * from './store/totals.ts';
