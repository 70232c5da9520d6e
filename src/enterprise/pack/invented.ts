import { doubles } from '../../../platform/pack-loader/fields.ts';
import type { PackFault, PackKind, PackLibrary } from '../../kernel/index.ts';
import { type InventedContent, inventedSchema } from './invented-schema.ts';
import { titleKindsOf } from './titles.ts';

export type {
  InventedAppeal,
  InventedContent as InventedEnterprises,
  InventedEnterprise,
  InventedGrant,
  InventedPromise,
  InventedRequest,
} from './invented-schema.ts';

/** Enterprises that an invented place is to have; for the demo. */
export const inventedEnterprisesPack: PackKind<InventedContent> = {
  name: 'invented-enterprises',
  schema: inventedSchema,
  check: ({ content }, library) => checkInvented(content, library),
};

/** Names and codes come once, titles are known ones, and whoever asks for a change is there. */
function checkInvented(
  { enterprises, requests, grants, promises, appeals }: InventedContent,
  library: PackLibrary,
): PackFault[] {
  const titles = new Set(titleKindsOf(library).map(({ id }) => id));
  const codes = new Set(enterprises.map(({ code }) => code));
  const units = new Set(enterprises.map(({ unit }) => unit));
  return [
    ...doubles(enterprises.map(({ name }, i) => ({ path: ['enterprises', i, 'name'], value: name }))),
    ...doubles(
      enterprises.flatMap(({ code }, i) => (code === null ? [] : [{ path: ['enterprises', i, 'code'], value: code }])),
    ),
    ...enterprises.flatMap((enterprise, i) =>
      enterprise.titles
        .filter(({ kind }) => !titles.has(kind))
        .map(({ kind }) => ({
          code: 'enterprise-pack-title',
          path: ['enterprises', i, 'titles'],
          given: kind,
          limit: '',
        })),
    ),
    ...[...grants, ...promises, ...appeals]
      .filter(({ code }) => !codes.has(code))
      .map(({ code }) => ({ code: 'enterprise-unknown', path: ['enterprises'], given: code })),
    ...requests
      .filter(({ unit }) => !units.has(unit))
      .map(({ unit }) => ({ code: 'unit-unknown', path: ['requests'], given: unit })),
  ];
}
