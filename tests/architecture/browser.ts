import { type Import, importsOf, isTest, placeInSlice, type Source, type Violation } from './source.ts';

/** What runs in a browser: pages of slices, the web app, the parts they share. */
const IN_BROWSER = /^(?:src\/[^/]+\/pages\/|apps\/web\/|platform\/web\/)/u;
/** What a browser may load beside that: pure code, the sentences of refusals, the API's description and its client. */
const LOADABLE =
  /^(?:src\/kernel\/|src\/[^/]+\/(?:contract\.ts$|contract\/|domain\/)|platform\/http\/(?:client|endpoint|types|list-query)\.ts$|platform\/messages\/|platform\/geo\/)/u;

/** Pages load nothing of the server: no `node:` module, no store, command or route. Types cost nothing and may come. */
export function browserViolations(source: Source): Violation[] {
  if (!IN_BROWSER.test(source.path) || isTest(source.path) || source.path.endsWith('/vite.config.ts')) return [];
  return importsOf(source)
    .filter((each) => !each.typeOnly && !mayLoad(each))
    .map(({ specifier, line }) => ({
      path: source.path,
      line,
      message: `${specifier}：网页里只能引用 pages、contract、domain、kernel 和 platform/web`,
    }));
}

function mayLoad({ specifier, target }: Import): boolean {
  if (target === null) return !specifier.startsWith('node:');
  return IN_BROWSER.test(target) || LOADABLE.test(target);
}

/** `src/plan/pages/index.ts`, through which the web app finds a slice's pages. */
export const isPagesFace = (path: string): boolean => placeInSlice(path)?.inside === 'pages/index.ts';
