import type { Source, Violation } from './source.ts';

const named = /var\(\s*(--[a-z][a-z0-9-]*)/gu;
const given = /(--[a-z][a-z0-9-]*)(?:['"]|\s*:)/gu;

/** A style that names a variable which nothing gives draws with a colour of the browser's own. */
export function colourViolations(sources: readonly Source[]): Violation[] {
  const known = new Set(sources.flatMap(({ text }) => [...text.matchAll(given)].map(([, name]) => name)));
  return sources.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, at) =>
        [...line.matchAll(named)]
          .filter(([, name]) => !known.has(name))
          .map(([, name]) => ({ path, line: at + 1, message: `没有 ${name} 这个样式变量：请用 colours.css 里有的` })),
      ),
  );
}
