import { isTest, placeInSlice, type Violation } from './source.ts';

/** The names every slice uses. A part that outgrew its file is a folder of the same name. */
const PARTS = ['contract', 'pack', 'store', 'routes'];
const FOLDERS = ['domain', 'commands', 'pages'];

/** Each slice but the kernel has index.ts and, beside it, only the house's names. */
export function layoutViolations(paths: readonly string[]): Violation[] {
  const inSlices = paths.flatMap((path) => {
    const place = placeInSlice(path);
    return place === null || place.slice === 'kernel' ? [] : [{ path, ...place }];
  });
  const strange = inSlices
    .filter(({ inside }) => !isTest(inside) && !isHouseName(inside))
    .map(({ path }) => ({
      path,
      line: 1,
      message: `切片里只用这些名字：index.ts、${[...PARTS, ...FOLDERS].join('、')}`,
    }));
  const faceless = [...new Set(inSlices.map(({ slice }) => slice))]
    .filter((slice) => !paths.includes(`src/${slice}/index.ts`))
    .map((slice) => ({ path: `src/${slice}/index.ts`, line: 1, message: '切片没有门面' }));
  return [...strange, ...faceless];
}

function isHouseName(inside: string): boolean {
  const [first, ...rest] = inside.split('/');
  if (rest.length > 0) return [...PARTS, ...FOLDERS].includes(first ?? '');
  return inside === 'index.ts' || PARTS.some((part) => inside === `${part}.ts`);
}
