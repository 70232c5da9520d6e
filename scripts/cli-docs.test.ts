import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cliDocsFile, cliDocsText } from './cli-docs.ts';

test('docs/cli.md is what scripts/cli-docs.ts writes', async () => {
  expect(readFileSync(cliDocsFile, 'utf8')).toBe(await cliDocsText());
});
