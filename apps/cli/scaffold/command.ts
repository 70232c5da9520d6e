import { camel, kebab, type NewFile, pascal } from './files.ts';

/**
 * The files of a new command (a verb) of a slice: the pure decision in domain/, the command that asks for its permission
 * and then for the decision, and a test of each. Loading and saving go between, through the slice's store.
 */
export function commandFiles(slice: string, given: string, chinese: string, permission: string): NewFile[] {
  const name = kebab(given);
  const verb = camel(name);
  const type = pascal(name);
  const deps = `${pascal(kebab(slice))}Deps`;
  const folder = `src/${slice}`;
  return [
    {
      path: `${folder}/domain/${name}.ts`,
      text: `import { ok, type Result, refuse } from '../../kernel/index.ts';

export interface ${type}Decision {
  readonly id: string;
  readonly reason: string;
  /** Who did it, and when (ISO 8601). */
  readonly by: string;
  readonly at: string;
}

const SHORTEST_REASON = 2;

/** ${chinese}: what is to be saved. Refuses a reason of fewer than two characters. */
export function decide${type}(id: string, reason: string, by: string, at: string): Result<${type}Decision> {
  const words = reason.trim();
  if (words.length < SHORTEST_REASON) {
    return refuse({ code: 'reason-missing', field: 'reason', given: words.length, limit: SHORTEST_REASON });
  }
  return ok({ id, reason: words, by, at });
}
`,
    },
    {
      path: `${folder}/domain/${name}.test.ts`,
      text: `import { expect, test } from 'vitest';
import { decide${type} } from './${name}.ts';

const AT = '2026-03-01T02:00:00.000Z';

test('the decision says who, when and why', () => {
  expect(decide${type}('a', ' 并入新方案 ', 'local', AT)).toEqual({
    ok: true,
    value: { id: 'a', reason: '并入新方案', by: 'local', at: AT },
  });
});

test.each(['', ' ', '无'])('a reason that says nothing is refused: %j', (reason) => {
  expect(decide${type}('a', reason, 'local', AT)).toMatchObject({ ok: false, refusals: [{ code: 'reason-missing' }] });
});
`,
    },
    {
      path: `${folder}/commands/${name}.ts`,
      text: `import { type Actor, permit } from '../../access/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { decide${type}, type ${type}Decision } from '../domain/${name}.ts';
import type { ${deps} } from './deps.ts';

export interface ${type} {
  readonly id: string;
  readonly reason: string;
}

/** ${chinese}. Refuses who may not, and what \`decide${type}\` refuses. */
export async function ${verb}(actor: Actor, given: ${type}, deps: Pick<${deps}, 'clock'>): Promise<${type}Decision> {
  permit(actor, '${permission}');
  const decided = decide${type}(given.id, given.reason, actor.id, deps.clock.now());
  if (!decided.ok) throw new RefusalError(...decided.refusals);
  return decided.value;
}
`,
    },
    {
      path: `${folder}/commands/${name}.test.ts`,
      text: `import { expect, test } from 'vitest';
import { steppingClock } from '../../../platform/clock/index.ts';
import { type Actor, localOperator, noReach, systemActor } from '../../access/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { ${verb} } from './${name}.ts';

const actor: Actor = { ...systemActor, id: 'local' };
const stranger: Actor = { ...localOperator, permissions: new Set(), reach: noReach };

test('carries the actor and the time of the clock', async () => {
  const clock = steppingClock('2026-03-01T02:00:00.000Z');
  expect(await ${verb}(actor, { id: 'a', reason: '并入新方案' }, { clock })).toMatchObject({ by: 'local', at: '2026-03-01T02:00:00.000Z' });
  await expect(${verb}(actor, { id: 'a', reason: '' }, { clock })).rejects.toThrow(RefusalError);
  await expect(${verb}(stranger, { id: 'a', reason: '并入新方案' }, { clock })).rejects.toThrow('not-allowed');
});
`,
    },
  ];
}
