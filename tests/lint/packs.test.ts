import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packLibrary } from '../../apps/packs.ts';
import { readSource } from '../../platform/files/index.ts';
import { extractDocuments } from '../../src/document/index.ts';
import { expectedFindingsPack, type Finding, lintDocument, registersOf } from '../../src/plan/index.ts';

const root = join(import.meta.dirname, '../../packs');
const library = packLibrary(root);
const register = registersOf(library);

/** Findings on every document of a file, and its text. */
async function lintFile(file: string): Promise<{ text: string; findings: Finding[] }> {
  const source = await readSource(file);
  const findings = extractDocuments(source).flatMap((extraction) =>
    lintDocument({ source, extraction, parents: [], register }),
  );
  return { text: source.text, findings };
}

/** The document of a folder; formats that need LibreOffice are left to the tests of the file reader. */
const documentOf = (folder: string): string | null => {
  const name = readdirSync(join(root, folder)).find((file) => /^document\.(?:txt|md|html|docx|pdf)$/.test(file));
  return name === undefined ? null : join(root, folder, name);
};

const packs = library.of(expectedFindingsPack).map((pack) => pack.content);

it('the invented city has documents with faults and without', () => {
  expect(packs.filter((pack) => pack.findings.length > 0).length).toBeGreaterThan(0);
  expect(packs.filter((pack) => pack.findings.length === 0).length).toBeGreaterThan(3);
});

describe('the documents of the invented city', () => {
  const read = packs.flatMap((pack) => {
    const file = documentOf(pack.document);
    return file === null ? [] : [{ document: pack.document, file, wanted: pack.findings }];
  });

  it.each(read)('$document has its faults and no others', async ({ file, wanted }) => {
    const { text, findings } = await lintFile(file);
    const left = findings.filter((f) => f.severity !== 'notice' || wanted.some((w) => w.rule === f.rule));
    const missed = wanted.filter((w) => {
      const at = text.indexOf(w.quote);
      const found = left.findIndex(
        (f) => f.rule === w.rule && f.severity === w.severity && at >= 0 && f.start < at + w.quote.length && f.end > at,
      );
      if (found >= 0) left.splice(found, 1);
      return found < 0;
    });
    expect(missed).toEqual([]);
    expect(left.map((f) => `${f.rule}: ${f.message}`)).toEqual([]);
  });
});
