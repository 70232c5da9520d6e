export { backupPlace, keepNewest, openBackup, writeWhole } from './file.ts';
export type { Manifest } from './manifest.ts';
export { type BackupRecord, lastBackup, rememberBackup } from './record.ts';
export { checkBackup, type Restoration, restoreBackup } from './restore.ts';
export { seal, unseal } from './seal.ts';
export { type Progress, type Tell, takeBackup } from './take.ts';
