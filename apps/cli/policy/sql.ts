import { RefusalError } from '../../../src/kernel/index.ts';
import { loadPolicyRuns } from '../../../src/policy/index.ts';
import type { PolicyOptions } from '../commands/policy.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { policiesHere } from './library.ts';

/** Prints the statement that answers a question about policies over a view of enterprises. */
export async function sqlHere(
  { dialect = 'postgres', query = 'awards', view = 'facts', ...options }: PolicyOptions,
  ids: readonly string[],
  terminal: Terminal,
): Promise<void> {
  const { policySqlText } = await loadPolicyRuns();
  const { policies } = await policiesHere(options, ids);
  if (view.split('.').length > 2 || view.split('.').includes('') || view.includes('\0'))
    throw new RefusalError({ code: 'option-value-unknown', field: '--view', given: view, limit: 'facts、js.facts' });
  await terminal.write(policySqlText(policies, dialect, query, view));
}
