export * from './calendar.ts';
export * from './item.ts';
export * from './standing.ts';
export * from './telling.ts';
