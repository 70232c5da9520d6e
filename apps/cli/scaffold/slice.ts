import { camel, kebab, type NewFile, pascal } from './files.ts';

/** The files of a new slice: its face, the model and first rule of its domain with a test, its
 * contract, what its commands need, and the sentences of its refusals. */
export function sliceFiles(given: string, chinese: string): NewFile[] {
  const name = kebab(given);
  const type = pascal(name);
  const folder = `src/${name}`;
  return [
    {
      path: `${folder}/index.ts`,
      text: `export type * from './domain/model.ts';\nexport { rename } from './domain/rename.ts';\n`,
    },
    {
      path: `${folder}/domain/model.ts`,
      text: `/** ${chinese}。Fields are added here first; store, contract and pages follow. */
export interface ${type} {
  readonly id: string;
  readonly title: string;
  /** Counts changes; who changes an older one is told what others did since. */
  readonly revision: number;
}
`,
    },
    {
      path: `${folder}/domain/rename.ts`,
      text: `import { ok, type Result, refuse } from '../../kernel/index.ts';
import type { ${type} } from './model.ts';

const LONGEST = 120;

/** The same with another title. Refuses an empty one and one of more than 120 characters. */
export function rename(current: ${type}, title: string): Result<${type}> {
  const wanted = title.trim();
  if (wanted === '' || wanted.length > LONGEST) {
    return refuse({ code: '${name}-title', field: 'title', given: wanted.length, limit: LONGEST });
  }
  return ok({ ...current, title: wanted, revision: current.revision + 1 });
}
`,
    },
    {
      path: `${folder}/domain/rename.test.ts`,
      text: `import { expect, test } from 'vitest';
import { rename } from './rename.ts';

const current = { id: 'a', title: '旧名', revision: 3 };

test('a new title counts as a change', () => {
  expect(rename(current, ' 新名 ')).toEqual({ ok: true, value: { id: 'a', title: '新名', revision: 4 } });
});

test.each(['', '   ', '名'.repeat(121)])('a title of nothing or too much is refused: %j', (title) => {
  expect(rename(current, title)).toMatchObject({ ok: false, refusals: [{ code: '${name}-title', limit: 120 }] });
});
`,
    },
    {
      path: `${folder}/contract.ts`,
      text: `import { type Static, Type } from 'typebox';

/** ${chinese} as the API gives it. Endpoints are described here with \`endpoint()\` and served in routes.ts. */
export const ${type}Schema = Type.Object(
  {
    id: Type.String(),
    title: Type.String({ minLength: 1, maxLength: 120 }),
    revision: Type.Integer({ minimum: 1 }),
  },
  { additionalProperties: false },
);

export type ${type}Json = Static<typeof ${type}Schema>;
`,
    },
    {
      path: `${folder}/commands/deps.ts`,
      text: `import type { Clock } from '../../../platform/clock/index.ts';

/** What the commands of this slice need of the world. */
export interface ${type}Deps {
  readonly clock: Clock;
}
`,
    },
    {
      path: `platform/messages/${name}.ts`,
      text: `import { type Catalogue, figure } from './catalogue.ts';

/** Sentences for the refusals of src/${name}. */
export const ${camel(name)}Messages: Catalogue = {
  '${name}-title': (r) => \`${chinese}的名称应有 1 到 \${figure(r.limit)} 个字，现在是 \${figure(r.given)} 个。请改正。\`,
};
`,
    },
  ];
}
