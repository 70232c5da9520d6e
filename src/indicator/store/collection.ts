/** Everything that collecting asks of the database: forms, rosters, sheets, machines and the versions of figures. */
export * from './collection/cells.ts';
export * from './collection/figures.ts';
export * from './collection/fill.ts';
export * from './collection/forms.ts';
export * from './collection/listing.ts';
export * from './collection/machines.ts';
export * from './collection/make.ts';
export * from './collection/names.ts';
export * from './collection/past.ts';
export * from './collection/roster.ts';
export * from './collection/rows.ts';
export * from './collection/sheets.ts';
export type { CollectionTables, FilledFrom } from './collection/tables.ts';
