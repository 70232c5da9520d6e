import { doubles } from '../../platform/pack-loader/fields.ts';
import { isDayText, type PackFault, type PackKind, type PackLibrary } from '../kernel/index.ts';
import type { ProjectNorms } from './domain/index.ts';
import { type InventedContent, inventedSchema } from './pack/invented-schema.ts';
import { type NormsContent, normsSchema } from './pack/norms-schema.ts';

export type { InventedContent, InventedProject } from './pack/invented-schema.ts';
export type { NormsContent } from './pack/norms-schema.ts';

/** How long permits and stages of a project may take; see docs/packs.md. */
export const projectNormsPack: PackKind<NormsContent> = {
  name: 'project-norms',
  schema: normsSchema,
  check: ({ content }) => checkNorms(content),
};

/** Projects that an invented place is to have; for the demo. */
export const inventedProjectsPack: PackKind<InventedContent> = {
  name: 'invented-projects',
  schema: inventedSchema,
  check: ({ content }) =>
    doubles(
      content.projects.map(({ name, enterprise }, i) => ({ path: ['projects', i], value: `${name} ${enterprise}` })),
    ),
};

export const projectPackKinds = [projectNormsPack, inventedProjectsPack] as const;

/** Days exist and come once, and so does each permit of one day. */
function checkNorms({ norms }: NormsContent): PackFault[] {
  return [
    ...norms.flatMap(({ from }, i): PackFault[] =>
      isDayText(from) ? [] : [{ code: 'day-unknown', path: ['norms', i, 'from'], given: from, limit: 'YYYY-MM-DD' }],
    ),
    ...doubles(norms.map(({ from }, i) => ({ path: ['norms', i, 'from'], value: from }))),
    ...norms.flatMap(({ permits }, i) =>
      doubles(permits.map(({ kind }, j) => ({ path: ['norms', i, 'permits', j, 'kind'], value: kind }))),
    ),
  ];
}

const fenOfWan = 1_000_000;

/** The norms of a library, all files together, from the earliest on. */
export const projectNormsOf = (library: PackLibrary): ProjectNorms[] =>
  library
    .of(projectNormsPack)
    .flatMap(({ content }) => content.norms)
    .map((norms) => ({ ...norms, thresholds: norms.thresholds.map((wan) => wan * fenOfWan) }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
