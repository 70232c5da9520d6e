export { faultFields } from './fault.ts';
export { type Level, type Log, type LogFields, openLog } from './log.ts';
