export * from './close.ts';
export * from './create.ts';
export { answerExtension, askExtension, openRequest } from './extend.ts';
export type { Moved } from './move.ts';
export * from './report.ts';
export * from './sign.ts';
export * from './urge.ts';
