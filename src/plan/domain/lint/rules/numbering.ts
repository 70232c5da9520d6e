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
    // An extract begins where it likes.
    if (/摘录|节选|摘编/.test(context.document.title ?? '')) return [];
    const lists = new Set(listedAnnexes(context.text).map((l) => context.text.place(l).start));
    const items = itemsOf(context.document.outline, null).filter((i) => !lists.has(i.node.start));
    const kinds = Map.groupBy(items, (i) => i.kind);
    return [...kinds.values()].flatMap((run) => checkRun(context, run));
  },
};

interface Item {
  readonly node: OutlineNode;
  readonly parent: OutlineNode | null;
  /** Items of one kind are numbered in one row: 一、 apart from （一） apart from 1. */
  readonly kind: string;
  readonly number: number;
}

/** All numbered items in the order of the text. Annexes have a rule of their own; each numbers its parts afresh. */
function itemsOf(nodes: readonly OutlineNode[], parent: OutlineNode | null): Item[] {
  return nodes.flatMap((node) => {
    const item = numbered(node, parent);
    return [...(item ? [item] : []), ...itemsOf(node.children, node)];
  });
}

function numbered(node: OutlineNode, parent: OutlineNode | null): Item | null {
  const annex = /^(?:附件|附表|附录)[^/]*/.exec(node.no)?.[0] ?? '';
  if (/^[①-⑳]$/.test(node.label)) {
    return { node, parent, kind: `${annex}①`, number: node.label.codePointAt(0)! - 0x2460 + 1 };
  }
  const m = /^(第)?(（)?([一二三四五六七八九十百零〇两]+|\d+)(）|条|章|节|部分|编)?$/.exec(node.label);
  if (!m) return null;
  const kind = `${annex}${m[1] ?? ''}${m[2] ?? ''}${/\d/.test(m[3]!) ? '1' : '一'}${m[4] ?? ''}`;
  return { node, parent, kind, number: hundreds(m[3]!) };
}

function hundreds(word: string): number {
  const [head, tail] = word.split('百');
  return tail === undefined ? hanDigits(word) : hanDigits(head || '一') * 100 + hanDigits(tail.replace(/^[零〇]/, ''));
}

/** Walks one row of numbers. A number that was merely mistyped is put right, so that its neighbours are not blamed. */
function checkRun(context: LintContext, run: readonly Item[]): Finding[] {
  const findings: Finding[] = [];
  let last: { item: Item; number: number } | null = null;
  for (const [i, item] of run.entries()) {
    const sameParent: boolean = last !== null && last.item.parent === item.parent;
    const expected: number = last === null ? 1 : last.number + 1;
    const fits = item.number === expected || (!sameParent && item.number === 1);
    let number = item.number;
    if (!fits && !inlineBefore(context, item, last?.item)) {
      const next = run[i + 1];
      const mistyped = last !== null && next?.number === expected + 1 && (sameParent || item.number !== 1);
      if (mistyped) number = expected;
      const message = mistyped ? mistake(item, expected) : fault(item, last, sameParent);
      if (message !== null) findings.push(report(context, item, message));
    }
    last = { item, number };
  }
  return findings;
}

const mistake = (item: Item, expected: number): string =>
  `${words(item)}的序号按前后顺序应为第${expected}项。请改正序号。`;

function fault(item: Item, last: { item: Item; number: number } | null, sameParent: boolean): string | null {
  if (last === null && /[章节编分]$/.test(item.kind)) return null;
  if (last === null) return `${words(item)}是第一项，序号却从${item.number}开始。请核对是否漏项或重新编号。`;
  if (item.number === last.number) return `${words(item)}与前面的${words(last.item)}序号重复。请重新编号。`;
  if (item.number > last.number + 1)
    return `${words(item)}的上一项是${words(last.item)}，中间缺了${missing(last.number + 1, item.number - 1)}。请补上或重新编号。`;
  // A new row from one under the same heading is a list inside the text.
  if (item.number === 1) return null;
  return sameParent
    ? `${words(item)}排在${words(last.item)}之后，序号倒了。请重新编号。`
    : `${words(item)}是这一部分的第一项，序号却从${item.number}开始，前面同类序号到${last.number}为止。请重新编号。`;
}

const missing = (from: number, to: number): string => (from === to ? `第${from}项` : `第${from}—${to}项`);

function words({ node }: Item): string {
  const stop = /^\d+$/.test(node.label) ? '.' : /^[一二三四五六七八九十百]+$/.test(node.label) ? '、' : '';
  return quote(`${node.label}${stop}${node.title}`, 24);
}

function report(context: LintContext, { node }: Item, message: string): Finding {
  const start = context.text.at(node.start);
  const end = start + Math.min(24, node.label.length + node.title.length + 1);
  return findingIn(context, id, { start, end }, { severity: 'warning', message });
}

/** “3.低保户；4.持有残疾人证”: the numbers that seem to be missing stand inside a paragraph. */
function inlineBefore(context: LintContext, item: Item, before: Item | undefined): boolean {
  if (!/1$|（1）$/.test(item.kind)) return false;
  const end = context.text.at(item.node.start);
  const from = before ? context.text.at(before.node.start) : Math.max(0, end - 600);
  const wanted = item.number - 1;
  const inline = new RegExp(`[。；，：、]\\s*(?:${wanted}[.、]|（${wanted}）)`);
  return wanted > 0 && inline.test(context.text.text.slice(from, end));
}
