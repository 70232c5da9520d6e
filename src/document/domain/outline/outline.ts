import type { Span } from '../../../kernel/index.ts';
import type { Paragraph } from '../text/mend.ts';
import { type Label, type LabelKind, readLabel } from './label.ts';

/** A heading or numbered item with the paragraphs that stand under it; offsets are into the mended text. */
export interface Section extends Span {
  readonly kind: LabelKind | 'root';
  readonly label: string;
  readonly number: number;
  /** Heading sentence without its label. */
  readonly title: string;
  /** The heading paragraph holds more than the heading: “1.完善政策。积极…”. */
  readonly runIn: boolean;
  readonly parent: Section | null;
  readonly children: Section[];
  /** Index of the heading paragraph, or -1 for the root. */
  readonly head: number;
  /** Body paragraphs directly under this heading (not those of its children), as indices. */
  readonly body: number[];
  readonly level: number;
}

const RANK: Readonly<Record<LabelKind, number>> = {
  annex: 0,
  part: 1,
  chapter: 2,
  section: 3,
  article: 4,
  han: 5,
  hanParen: 6,
  digit: 7,
  digitParen: 8,
  circle: 9,
  word: 10,
};

/** Builds the tree of headings. Numbering may restart, skip or turn upside down; the labels decide, not the indent. */
export function buildOutline(text: string, paragraphs: readonly Paragraph[]): Section {
  const end = paragraphs.at(-1)?.end ?? 0;
  const root: Mutable = make('root', '', 0, '', false, null, -1, 0, { start: paragraphs[0]?.start ?? 0, end });
  const stack: Mutable[] = [root];
  paragraphs.forEach((p, i) => {
    const body = text.slice(p.start, p.end);
    const label = readLabel(body);
    if (!label || !isHeading(label, body)) {
      stack.at(-1)!.body.push(i);
      return;
    }
    const parent = place(stack, label);
    const head = headSentence(body.slice(label.length));
    const section = make(label.kind, label.printed, label.number, head.title, head.runIn, parent, i, parent.level + 1, {
      start: p.start,
      end: p.end,
    });
    parent.children.push(section);
    stack.push(section);
  });
  close(root, paragraphs);
  return root;
}

type Mutable = { -readonly [K in keyof Section]: Section[K] };

function make(
  kind: Section['kind'],
  label: string,
  number: number,
  title: string,
  runIn: boolean,
  parent: Section | null,
  head: number,
  level: number,
  span: Span,
): Mutable {
  return { kind, label, number, title, runIn, parent, children: [], head, body: [], level, ...span };
}

/** Pops the stack to the section that the new label belongs under, and returns that. */
function place(stack: Mutable[], label: Label): Mutable {
  const rank = RANK[label.kind];
  const same = findLast(stack, (s) => s.kind === label.kind);
  if (same > 0) {
    // A second run of the same kind inside a deeper one (1. under （一） under 1.) is not seen in practice: sibling.
    stack.length = same;
    return stack.at(-1)!;
  }
  if (label.kind === 'word') return stack.at(-1)!;
  // Upside-down numbering: （一） first met inside 1., counting from one, and nowhere above.
  const top = stack.at(-1)!;
  const outer = stack.find((s) => s.kind !== 'root' && RANK[s.kind as LabelKind] >= rank);
  const seenAbove = stack[0]!.children.some((c) => c.kind === label.kind);
  if (
    outer &&
    label.number === 1 &&
    !seenAbove &&
    top.kind !== 'root' &&
    RANK[top.kind as LabelKind] > rank &&
    rank >= RANK.han &&
    !knownOnPath(stack, label.kind)
  )
    return top;
  while (stack.length > 1) {
    const last = stack.at(-1)!;
    if (RANK[last.kind as LabelKind] < rank) break;
    stack.pop();
  }
  return stack.at(-1)!;
}

/** Has this kind of label been used as a child of any section on the way down? Then it is their sibling. */
const knownOnPath = (stack: readonly Section[], kind: LabelKind): boolean =>
  stack.some((s) => s.children.some((c) => c.kind === kind));

function findLast(stack: readonly Section[], test: (s: Section) => boolean): number {
  for (let i = stack.length - 1; i > 0; i--) if (test(stack[i]!)) return i;
  return -1;
}

/** A line “附件：1.…” lists annexes at the end of the notice; it does not open one. */
const isHeading = (label: Label, body: string): boolean =>
  !(label.kind === 'annex' && /^附件：/.test(body) && body.length > 8);

/** The heading sentence: up to the first 。 or ：, or the whole line when it has none; long first sentences stay whole. */
function headSentence(rest: string): { title: string; runIn: boolean } {
  const bracketed = /^〔([^〕]{2,20})〕/.exec(rest);
  if (bracketed) return { title: bracketed[1]!, runIn: rest.length > bracketed[0].length };
  const units = /^([^。；（〔]{2,40})[（〔](?:责任|牵头|主责|[^（）〔〕]{2,60}(?:局|委|办|厅|部|中心)[）〕]$)/.exec(
    rest,
  );
  if (units) return { title: units[1]!, runIn: /[）〕][^）〕]{2,}$/.test(rest) };
  const stop = rest.search(/[。；]/);
  if (stop < 0) return { title: rest, runIn: false };
  const head = rest.slice(0, stop);
  return { title: head, runIn: rest.length > stop + 1 };
}

function close(section: Mutable, paragraphs: readonly Paragraph[]): number {
  let end = section.head >= 0 ? paragraphs[section.head]!.end : section.start;
  for (const i of section.body) end = Math.max(end, paragraphs[i]!.end);
  for (const child of section.children) end = Math.max(end, close(child as Mutable, paragraphs));
  section.end = end;
  return end;
}

/** Every section in reading order, without the root. */
export function* walk(section: Section): Generator<Section> {
  for (const child of section.children) {
    yield child;
    yield* walk(child);
  }
}

/** Labels from the outside in, joined by `/`; see ANNOTATION of tasks: `二/（一）/3`. */
export function numberPath(section: Section): string {
  const labels: string[] = [];
  for (let s: Section | null = section; s && s.kind !== 'root'; s = s.parent) labels.unshift(s.label);
  return labels.join('/');
}

/** Headings from the outside in, each with its label. */
export function headingPath(section: Section): string[] {
  const path: string[] = [];
  for (let s: Section | null = section; s && s.kind !== 'root'; s = s.parent) path.unshift(headingText(s));
  return path;
}

function headingText(s: Section): string {
  const title = s.title.length > 40 ? `${s.title.slice(0, 40)}…` : s.title;
  if (s.kind === 'han') return `${s.label}、${title}`;
  if (s.kind === 'digit') return `${s.label}.${title}`;
  if (s.kind === 'word') return s.label;
  return `${s.label}${/^(附|第)/.test(s.label) && title ? ' ' : ''}${title}`;
}
