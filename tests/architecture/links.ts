import { posix } from 'node:path';
import type { Source, Violation } from './source.ts';

const LINK = /\]\(([^)\s]+)\)/gu;
/** Files and folders named in running text as `src/plan/index.ts`. */
const NAMED_PATH = /`((?:src|platform|apps|packs|tests|docs|scripts|eval|bench)\/[\w./-]*\w\/?)`/gu;

/** Links between our pages lead to files and headings that exist, and files named in the text are there. */
export function linkViolations(pages: readonly Source[], exists: (path: string) => boolean): Violation[] {
  const headings = new Map(pages.map((page) => [page.path, headingAnchors(page.text)]));
  return pages.flatMap((page) => {
    const text = withoutCodeBlocks(page.text);
    const broken = [...text.matchAll(LINK)].filter((match) => !linkWorks(page.path, match[1] ?? '', headings, exists));
    const absent = [...text.matchAll(NAMED_PATH)].filter((match) => !exists(posix.normalize(match[1] ?? '')));
    return [...broken, ...absent].map((match) => ({
      path: page.path,
      line: text.slice(0, match.index).split('\n').length,
      message: `${match[1]} 不存在`,
    }));
  });
}

function linkWorks(
  page: string,
  link: string,
  headings: ReadonlyMap<string, ReadonlySet<string>>,
  exists: (path: string) => boolean,
): boolean {
  if (/^[a-z]+:/iu.test(link)) return true;
  const [file = '', anchor] = decodeURI(link).split('#');
  const target = file === '' ? page : posix.normalize(posix.join(posix.dirname(page), file));
  if (!exists(target)) return false;
  return anchor === undefined || !headings.has(target) || headings.get(target)?.has(anchor) === true;
}

/** Anchors as GitHub and GitLab make them: lower case, punctuation dropped, blanks to hyphens. */
function headingAnchors(text: string): Set<string> {
  const titles = [...withoutCodeBlocks(text).matchAll(/^#+\s+(.+?)\s*#*$/gmu)].map((match) => match[1] ?? '');
  return new Set(
    titles.map((title) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
        .replace(/\s/gu, '-'),
    ),
  );
}

/** The same text with fenced blocks blanked, so that lines keep their numbers. */
const withoutCodeBlocks = (text: string): string =>
  text.replace(/^(```|~~~)[\s\S]*?^\1/gmu, (block) => block.replace(/[^\n]/gu, ' '));
