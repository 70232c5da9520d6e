import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program of the machine that some tests need, with the words that tell a person how to get it. */
export interface Tool {
  readonly name: string;
  /** Where it was found; null when it is not installed. */
  readonly path: string | null;
  /** One line for the skip message: which tests are left out and what to install. */
  readonly missing: string;
}

/** Chromium for the browser journeys. The one without windows is lighter: a fifth less of the processor. */
export const chromium = (): Tool => ({
  name: 'Chromium',
  path: findProgram('chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'),
  missing: '没有 Chromium，浏览器测试跳过。安装：apt-get install chromium-headless-shell fonts-noto-cjk',
});

/** LibreOffice for .doc, .wps, .odt and .rtf. */
export const libreOffice = (): Tool => ({
  name: 'LibreOffice',
  path: findProgram('soffice', 'libreoffice'),
  missing: '没有 LibreOffice，旧格式（.doc .wps .odt .rtf）的测试跳过。安装：apt-get install libreoffice-writer',
});

/** First of the named programs that stands executable on PATH; null when none does. */
export function findProgram(...names: string[]): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
