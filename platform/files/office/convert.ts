import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runBounded } from '../isolate/bounded-process.ts';
import { readerPlaces } from '../isolate/turnstile.ts';
import { limits } from '../limits.ts';
import { refuseFile } from '../refusals.ts';
import { writeProfile } from './profile.ts';

/**
 * Converts an old format to docx with LibreOffice, in a temporary folder with a profile of its own, so that it meets no
 * other LibreOffice of this machine. The folder is removed and every process of the conversion ended whatever happens.
 */
export async function convertToDocx(soffice: string, kind: string, bytes: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'jingwei-office-'));
  try {
    const input = join(folder, `input.${kind}`);
    await writeFile(input, bytes);
    await writeProfile(join(folder, 'profile'));
    await readerPlaces.pass(() => run(soffice, folder, input));
    return await readConverted(join(folder, 'out', 'input.docx'));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function run(soffice: string, folder: string, input: string): Promise<void> {
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const switches = ['--headless', '--invisible', '--norestore', '--nolockcheck', '--nodefault', '--nologo'];
  const convert = ['--convert-to', 'docx:MS Word 2007 XML', '--outdir', join(folder, 'out'), input];
  const outcome = await runBounded(
    {
      program: soffice,
      args: [`-env:UserInstallation=${profile}`, ...switches, ...convert],
      env: { HOME: folder, TMPDIR: folder, PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', ...systemEnvironment() },
      input: null,
      answerBytes: 0,
    },
    { cpuSeconds: limits.officeCpuSeconds, wallSeconds: limits.officeSeconds, dataMegabytes: limits.officeMegabytes },
  );
  if (outcome.outOfTime) refuseFile('time-limit', null, limits.officeSeconds);
}

/** Programs of Windows do not start without these. */
function systemEnvironment(): Record<string, string> {
  const root = process.env.SystemRoot;
  return root === undefined ? {} : { SystemRoot: root };
}

/** LibreOffice ends with success even when it could not load the file; only the result tells. */
async function readConverted(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => null);
  if (found === null) return refuseFile('conversion-failed');
  if (found.size > limits.fileBytes) refuseFile('too-large', found.size, limits.fileBytes);
  return readFile(path);
}
