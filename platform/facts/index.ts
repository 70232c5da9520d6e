export { BrokenChunk, chunkBytes, FactsFile } from './facts-file.ts';
export type { Layout } from './layout.ts';
export { type ParsedRows, RowParser } from './parse.ts';
export { type ByteSource, memorySource, openSource, sourceName, sourceOf } from './source.ts';
export {
  type CellColumn,
  columnKind,
  emptyCell,
  type FactsFault,
  type FactsFaultCode,
  type FieldForm,
  type FieldSpec,
  factsFaultCodes,
} from './spec.ts';
