import { doubles } from '../../../platform/pack-loader/fields.ts';
import { nearest, type PackFault, type PackKind, type PackLibrary } from '../../kernel/index.ts';
import { factsPack } from '../../policy/index.ts';
import { type FactSource, type FactSourcesContent, factSourcesSchema } from './fact-sources-schema.ts';
import { figureKindsOf } from './figures.ts';
import { titleKindsOf } from './titles.ts';

export type { FactSource, FactSourcesContent } from './fact-sources-schema.ts';

/** Which fact of the dictionary comes from where in the register; see docs/packs.md. */
export const factSourcesPack: PackKind<FactSourcesContent> = {
  name: 'fact-sources',
  schema: factSourcesSchema,
  check: ({ content }, library) => checkSources(content, library),
};

/** Each fact has one source, and what it comes from is there and of its kind. */
function checkSources({ sources }: FactSourcesContent, library: PackLibrary): PackFault[] {
  const facts = new Map(library.of(factsPack).flatMap(({ content }) => content.facts.map((fact) => [fact.id, fact])));
  const figures = figureKindsOf(library).flatMap(({ id, period }) => (period === 'month' ? [] : [id]));
  const titles = titleKindsOf(library).map(({ id }) => id);
  const known = (code: string, path: PackFault['path'], given: string, all: readonly string[]): PackFault[] =>
    all.includes(given) ? [] : [{ code, path, given, limit: nearest(given, all) ?? '' }];
  const all = library.of(factSourcesPack).flatMap(({ content }) => content.sources.map(({ fact }) => fact));
  return [
    ...doubles(sources.map(({ fact }, i) => ({ path: ['sources', i, 'fact'], value: fact }))),
    ...sources.flatMap((source, i): PackFault[] => {
      const path = ['sources', i];
      const fact = facts.get(source.fact);
      if (fact === undefined) return known('enterprise-pack-fact', [...path, 'fact'], source.fact, [...facts.keys()]);
      const faults: PackFault[] = [];
      if (all.filter((each) => each === source.fact).length > 1)
        faults.push({ code: 'pack-id-twice', path: [...path, 'fact'], given: source.fact });
      if (fact.type !== typeOf(source))
        faults.push({ code: 'enterprise-pack-type', path, given: fact.type, limit: typeOf(source) });
      const figure = 'figure' in source ? source.figure : 'growth' in source ? source.growth : greatestOf(source);
      if (figure !== null) faults.push(...known('enterprise-pack-figure', path, figure, figures));
      if ('title' in source) faults.push(...known('enterprise-pack-title', [...path, 'title'], source.title, titles));
      if ('options' in source && fact.type === 'choice') {
        const options = fact.options.map(({ id }) => id);
        for (const { option } of source.options)
          faults.push(...known('policy-unknown-option', [...path, 'options'], option, options));
      }
      return faults;
    }),
  ];
}

const greatestOf = (source: FactSource): string | null => ('greatest' in source ? source.greatest : null);

function typeOf(source: FactSource): 'number' | 'flag' | 'choice' {
  if ('options' in source) return 'choice';
  if ('industries' in source || 'chains' in source) return 'flag';
  return 'title' in source && source.gives === 'valid' ? 'flag' : 'number';
}

/** All sources of a library, in the order of their files. */
export const factSourcesOf = (library: PackLibrary): FactSource[] =>
  library.of(factSourcesPack).flatMap(({ content }) => content.sources);
