import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Bounds, runBounded } from '../isolate/bounded-process.ts';
import { readerPlaces } from '../isolate/turnstile.ts';
import { limits } from '../limits.ts';
import { refuseFile } from '../refusals.ts';
import { writeProfile } from './profile.ts';

/** What LibreOffice is to make of which file, and within which bounds. */
export interface Conversion {
  /** Extension of the file given, without its dot. */
  readonly from: string;
  readonly bytes: Uint8Array;
  readonly to: { readonly extension: string; readonly filter: string };
  readonly bounds: Bounds;
  /** Further files for its folder, by name; `{folder}` in an environment value is that folder. */
  readonly files?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Converts an old format to docx. */
export function convertToDocx(soffice: string, kind: string, bytes: Uint8Array): Promise<Uint8Array> {
  return convertWithOffice(soffice, {
    from: kind,
    bytes,
    to: { extension: 'docx', filter: 'docx:MS Word 2007 XML' },
    bounds: {
      cpuSeconds: limits.officeCpuSeconds,
      wallSeconds: limits.officeSeconds,
      dataMegabytes: limits.officeMegabytes,
    },
  });
}

/**
 * Has LibreOffice convert a file in a temporary folder with a profile of its own, so that it meets no other LibreOffice
 * of this machine. The folder is removed and every process of the conversion ended whatever happens. Refuses with
 * `time-limit`, `conversion-failed` and `too-large`.
 */
export async function convertWithOffice(soffice: string, conversion: Conversion): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'jingwei-office-'));
  try {
    const input = join(folder, `input.${conversion.from}`);
    await writeFile(input, conversion.bytes);
    for (const [name, content] of Object.entries(conversion.files ?? {})) await writeFile(join(folder, name), content);
    await writeProfile(join(folder, 'profile'));
    await readerPlaces.pass(() => run(soffice, folder, input, conversion));
    return await readConverted(join(folder, 'out', `input.${conversion.to.extension}`));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function run(soffice: string, folder: string, input: string, { to, bounds, ...conversion }: Conversion) {
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const switches = ['--headless', '--invisible', '--norestore', '--nolockcheck', '--nodefault', '--nologo'];
  const convert = ['--convert-to', to.filter, '--outdir', join(folder, 'out'), input];
  const named = Object.entries(conversion.environment ?? {});
  const environment = Object.fromEntries(named.map(([name, value]) => [name, value.replace('{folder}', folder)]));
  const outcome = await runBounded(
    {
      program: soffice,
      args: [`-env:UserInstallation=${profile}`, ...switches, ...convert],
      env: {
        HOME: folder,
        TMPDIR: folder,
        PATH: '/usr/bin:/bin',
        LANG: 'C.UTF-8',
        ...systemEnvironment(),
        ...environment,
      },
      input: null,
      answerBytes: 0,
    },
    bounds,
  );
  if (outcome.outOfTime) refuseFile('time-limit', null, bounds.wallSeconds);
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
