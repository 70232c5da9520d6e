export * from './content.ts';
export type * from './event.ts';
export { vintageNames, vintages } from './event.ts';
export * from './stage.ts';
