import Type from 'typebox';
import type { PackFault, PackKind } from '../../src/kernel/index.ts';

const word = () => Type.String({ minLength: 1, maxLength: 80 });

const schema = Type.Object(
  {
    kind: Type.Literal('terms'),
    id: word(),
    groups: Type.Array(
      Type.Object(
        {
          title: word(),
          terms: Type.Array(
            Type.Object({ code: word(), zh: word(), meaning: word() }, { additionalProperties: false }),
            { minItems: 1 },
          ),
        },
        { additionalProperties: false },
      ),
      { minItems: 1 },
    ),
  },
  { additionalProperties: false },
);

export type TermsContent = Type.Static<typeof schema>;

/** The words that code and screens share; they belong to no slice. GLOSSARY.md is made from them. */
export const termsPack: PackKind<TermsContent> = { name: 'terms', schema, check: (pack) => checkTerms(pack.content) };

/** A code word has one meaning and a Chinese word one code. */
function checkTerms({ groups }: TermsContent): PackFault[] {
  const seen = new Set<string>();
  return groups.flatMap(({ terms }, g) =>
    terms.flatMap(({ code, zh }, t) =>
      [code, zh].flatMap((given): PackFault[] => {
        if (seen.has(given)) return [{ code: 'pack-id-twice', path: ['groups', g, 'terms', t], given }];
        seen.add(given);
        return [];
      }),
    ),
  );
}
