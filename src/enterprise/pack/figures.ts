import { doubles } from '../../../platform/pack-loader/fields.ts';
import type { PackFault, PackKind, PackLibrary } from '../../kernel/index.ts';
import { measureOf } from '../../policy/index.ts';
import { type FigureEntry, type FiguresContent, figuresSchema } from './figures-schema.ts';

export type { FigureEntry, FiguresContent } from './figures-schema.ts';

/** The dictionary of yearly and monthly figures of enterprises; see docs/packs.md. */
export const figuresPack: PackKind<FiguresContent> = {
  name: 'enterprise-figures',
  schema: figuresSchema,
  check: (pack, library) => checkFigures(pack.content, pack.file, library),
};

/** A name means one figure in all files; its unit is known, its range is one, and what it stores stays exact. */
function checkFigures({ figures }: FiguresContent, file: string, library: PackLibrary): PackFault[] {
  const packs = library.of(figuresPack);
  const before = packs.slice(
    0,
    packs.findIndex((each) => each.file === file),
  );
  const named = ({ id, name, aliases }: FigureEntry): string[] => [id, ...new Set([name, ...aliases])];
  const taken = before
    .flatMap(({ content }) => content.figures.flatMap(named))
    .map((value) => ({ path: ['figures'], value }));
  return [
    ...doubles([
      ...taken,
      ...figures.flatMap((figure, i) => named(figure).map((value) => ({ path: ['figures', i], value }))),
    ]),
    ...figures.flatMap(({ unit, decimals, least, most }, i): PackFault[] => [
      ...(measureOf(unit) === null
        ? [{ code: 'policy-unknown-unit', path: ['figures', i, 'unit'], given: unit, limit: '万元、人、家' }]
        : []),
      ...(least > most || Math.max(Math.abs(least), Math.abs(most)) * 10 ** decimals > Number.MAX_SAFE_INTEGER
        ? [{ code: 'policy-fact-range', path: ['figures', i, 'most'], given: least, limit: most }]
        : []),
    ]),
  ];
}

/** All figures of a library, in the order of their files. */
export const figureKindsOf = (library: PackLibrary): FigureEntry[] =>
  library.of(figuresPack).flatMap(({ content }) => content.figures);
