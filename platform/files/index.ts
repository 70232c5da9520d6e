export { type EvidenceKind, type EvidenceType, evidenceName, evidenceType } from './evidence.ts';
export { acceptedExtensions } from './kinds/extension.ts';
export { limits as fileLimits } from './limits.ts';
export { barePicture } from './picture/bare.ts';
export { type ReadOptions, readSource, readSourceBuffer } from './read-source.ts';
export { readWorkbook } from './read-workbook.ts';
export { type FileRefusalCode, fileRefusalCodes } from './refusals.ts';
