import type { OutlineNode } from '../../../../document/index.ts';
import { listedAnnexes } from '../annex/listed.ts';
import type { LintContext } from '../context.ts';
import type { Finding } from '../model.ts';
import { findingIn } from '../report.ts';
import type { Rule } from '../rule.ts';
import { hanDigits } from '../text/han.ts';
import { quote } from '../text/words.ts';

const id = 'numbering';

/** Item numbers that skip, repeat or start in the middle. */
export const numbering: Rule = {
  id,
  severity: 'warning',
  title: '序号跳号、重号',
  check(context) {
    const listed = listedAnnexes(context.text).map((l) => context.text.place(l).start);
    return checkLevel({ context, lists: new Set(listed) }, context.document.outline, new Map());
  },
};

interface Numbered {
  readonly node: OutlineNode;
  readonly kind: string;
  readonly number: number;
}

interface View {
  readonly context: LintContext;
  /** Lines of the list of annexes: they look like items and are none. */
  readonly lists: ReadonlySet<number>;
}

/** `last` holds the last number of each kind so far: numbering may run on over the headings above it (1.–20.). */
function checkLevel(view: View, nodes: readonly OutlineNode[], last: Map<string, number>): Finding[] {
  const findings: Finding[] = [];
  const previous = new Map<string, Numbered>();
  for (const node of nodes) {
    const item = view.lists.has(node.start) ? null : numbered(node);
    if (item) {
      const before = previous.get(item.kind);
      const message = before ? after(before, item) : opening(item, last.get(item.kind) ?? null);
      if (message && !inlineBefore(view.context, item, before)) {
        const { context } = view;
        const start = context.text.at(node.start);
        const end = start + Math.min(24, node.label.length + node.title.length + 2);
        findings.push(findingIn(context, id, { start, end }, { severity: 'warning', message }));
      }
      previous.set(item.kind, item);
      last.set(item.kind, item.number);
    }
    findings.push(...checkLevel(view, node.children, last));
  }
  return findings;
}

/** “3.低保户；4.持有残疾人证”: the numbers that seem to be missing stand inside a paragraph. */
function inlineBefore(context: LintContext, item: Numbered, before: Numbered | undefined): boolean {
  if (item.kind !== '1' && item.kind !== '（1）') return false;
  const end = context.text.at(item.node.start);
  const from = before ? context.text.at(before.node.start) : Math.max(0, end - 600);
  const words = context.text.text.slice(from, end);
  const wanted = item.number - 1;
  return wanted > 0 && new RegExp(`[。；，：、]\\s*(?:${wanted}[.、]|（${wanted}）)`).test(words);
}

/** 附件 have a rule of their own. */
function numbered(node: OutlineNode): Numbered | null {
  const m = /^(第)?(（)?([一二三四五六七八九十百零〇两]+|\d+)(）|条|章|节|部分|编)?$/.exec(node.label);
  const circle = /^[①-⑳]$/.test(node.label) ? node.label.codePointAt(0)! - 0x2460 + 1 : null;
  if (!m) return circle === null ? null : { node, kind: '①', number: circle };
  const number = hundreds(m[3]!);
  return { node, kind: `${m[1] ?? ''}${m[2] ?? ''}${/\d/.test(m[3]!) ? '1' : '一'}${m[4] ?? ''}`, number };
}

function hundreds(word: string): number {
  const [head, tail] = word.split('百');
  return tail === undefined ? hanDigits(word) : hanDigits(head || '一') * 100 + hanDigits(tail.replace(/^[零〇]/, ''));
}

function after(before: Numbered, item: Numbered): string | null {
  if (item.number === before.number + 1) return null;
  const here = quote(`${item.node.label}${sep(item.node.label)}${item.node.title}`, 24);
  const there = quote(`${before.node.label}${sep(before.node.label)}${before.node.title}`, 24);
  if (item.number === before.number) return `${here}与上一项${there}序号重复。请重新编号。`;
  if (item.number > before.number)
    return `${here}的上一项是${there}，中间缺了${missing(before.number + 1, item.number - 1)}。请补上或重新编号。`;
  // A new run from one under the same heading: a list inside the text.
  return item.number === 1 ? null : `${here}排在${there}之后，序号倒了。请重新编号。`;
}

const missing = (from: number, to: number): string => (from === to ? `第${from}项` : `第${from}—${to}项`);
const sep = (label: string): string =>
  /^\d+$/.test(label) ? '.' : /^[一二三四五六七八九十百]+$/.test(label) ? '、' : '';

/** The first item under a heading is number one, or runs on from the heading before. */
function opening(item: Numbered, last: number | null): string | null {
  if (item.number === 1 || item.number === (last ?? 0) + 1) return null;
  const here = quote(`${item.node.label}${sep(item.node.label)}${item.node.title}`, 24);
  return last === null || item.number !== last
    ? `${here}是这一部分的第一项，序号却从${item.number}开始${last === null ? '' : `，前面同类序号到${last}为止`}。请核对是否漏项或重新编号。`
    : `${here}与前面的序号重复。请重新编号。`;
}
