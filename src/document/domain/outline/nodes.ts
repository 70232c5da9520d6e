import type { OutlineNode } from '../model.ts';
import { placeOf, type Reading, wordsOf } from '../reading.ts';
import { numberPath, type Section } from './outline.ts';

/** The outline as it is published: places in the source, titles as written. */
export const outlineNodes = (r: Reading): OutlineNode[] => r.root.children.map((s) => node(r, s));

function node(r: Reading, s: Section): OutlineNode {
  const head = s.head >= 0 ? r.paragraphs[s.head]! : null;
  const offset = head ? r.text.slice(head.start, head.end).indexOf(s.title) : -1;
  const title =
    head && offset >= 0
      ? wordsOf(r, { start: head.start + offset, end: head.start + offset + s.title.length })
      : s.title;
  return {
    ...placeOf(r, s),
    label: s.label,
    title,
    no: numberPath(s),
    level: s.level,
    children: s.children.map((c) => node(r, c)),
  };
}
