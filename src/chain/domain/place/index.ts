export { type CodeReading, readCode } from './code.ts';
export { type PlaceColumn, placeColumnsOf } from './columns.ts';
export * from './model.ts';
export { type Placer, placerOf } from './place.ts';
