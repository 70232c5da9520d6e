export type { Manifest } from './manifest.ts';
export { checkBackup, type Restoration, restoreBackup } from './restore.ts';
export { seal, unseal } from './seal.ts';
export { type Progress, type Tell, takeBackup } from './take.ts';
