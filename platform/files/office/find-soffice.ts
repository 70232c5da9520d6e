import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Finds LibreOffice: the program that `JINGWEI_SOFFICE` names, one on the PATH, or one in a usual place of installation.
 * Gives null when there is none.
 */
export function findSoffice(environment: Readonly<Record<string, string | undefined>>): string | null {
  const named = environment.JINGWEI_SOFFICE;
  if (named !== undefined && named !== '') return isProgram(named) ? named : null;
  const onPath = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const names = process.platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];
  const candidates = [...onPath, ...usualFolders()].flatMap((folder) => names.map((name) => join(folder, name)));
  return candidates.find(isProgram) ?? null;
}

function usualFolders(): string[] {
  if (process.platform === 'darwin') return ['/Applications/LibreOffice.app/Contents/MacOS'];
  if (process.platform === 'win32') {
    return ['C:\\Program Files\\LibreOffice\\program', 'C:\\Program Files (x86)\\LibreOffice\\program'];
  }
  // The packages of libreoffice.org install into /opt/libreoffice<version>.
  const versions = listing('/opt').filter((name) => name.startsWith('libreoffice'));
  return ['/usr/bin', '/usr/lib/libreoffice/program', ...versions.map((name) => `/opt/${name}/program`)];
}

function listing(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
