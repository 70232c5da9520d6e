import type { Span } from '../../../kernel/index.ts';
import type { Figure } from './role.ts';

/** Awards that are said in one breath: “分别给予50万元、20万元” is one group of two. */
export interface Group {
  readonly kind: 'amount' | 'rate' | 'rateLeast' | 'cap' | 'least';
  readonly figures: Figure[];
  caps: Figure[];
  floor: number | null;
  /** First and last character of the stretch that says it. */
  readonly span: { start: number; end: number };
  /** Index of the sentence in its paragraph. */
  readonly sentence: number;
  /** It opens with a beneficiary of its own (对…的), so a cap behind it does not reach back over it. */
  readonly fresh: boolean;
  /** Linked to the group before: one series of tiers or stages. */
  linked: boolean;
}

/**
 * Gathers the figures of one sentence into groups and hangs caps and floors on them: a cap belongs to the group before it
 * and, when that group has no beneficiary of its own, to the ones it continues.
 */
export function groupFigures(
  text: string,
  sentence: Span,
  figures: readonly Figure[],
  index: number,
): { groups: Group[]; loose: Figure[] } {
  const groups: Group[] = [];
  const loose: Figure[] = [];
  for (const run of runsOf(
    text,
    figures.filter((f) => f.role !== 'other'),
  )) {
    const first = run[0]!;
    const last = groups.at(-1);
    if (first.role === 'floor') {
      for (const g of groups) g.floor ??= first.value;
      if (groups.length === 0) loose.push(first);
      else last!.span.end = Math.max(last!.span.end, run.at(-1)!.end);
      continue;
    }
    if (first.role === 'cap') {
      if (last && last.kind !== 'cap' && last.caps.length > 0 && isAnotherCap(text, last, run)) {
        last.caps.push(...run);
        last.span.end = run.at(-1)!.end;
      } else if (last && last.kind !== 'cap' && belongs(text, last, first)) hang(text, groups, run);
      else if (last?.kind === 'cap' && !awardsAnew(text, last, first)) {
        if (isUnitPrice(text, sentence, last)) groups.splice(-1, 1, { ...last, kind: 'amount', caps: [...run] });
        groups.at(-1)!.span.end = run.at(-1)!.end;
      } else if (isAward(text, sentence, first)) groups.push(open(text, sentence, 'cap', run, index, groups));
      else loose.push(...run);
      continue;
    }
    if (first.role === 'amount' && last && isInstalment(text, last, run)) continue;
    groups.push(open(text, sentence, first.role as 'amount' | 'rate' | 'rateLeast' | 'least', run, index, groups));
  }
  return { groups, loose };
}

function open(
  text: string,
  sentence: Span,
  kind: Group['kind'],
  run: readonly Figure[],
  index: number,
  groups: readonly Group[],
): Group {
  const last = groups.at(-1);
  const from = last ? last.span.end : sentence.start;
  const fresh = !last || startsFresh(text, from, run[0]!.start);
  return {
    kind,
    figures: [...run],
    caps: [],
    floor: null,
    span: { start: last ? afterStop(text, from, run[0]!.start) : sentence.start, end: run.at(-1)!.end },
    sentence: index,
    fresh,
    linked: last !== undefined && !fresh && last.kind === kind,
  };
}

/** Where the words of the next group begin: behind the last stop after the group before. */
function afterStop(text: string, from: number, to: number): number {
  const cut = text.slice(from, to).search(/[；，、。]/);
  return cut < 0 ? from : from + cut + 1;
}

const startsFresh = (text: string, from: number, to: number): boolean =>
  /[，；。](?:[^，；。]{0,6})?对[^，；]{2,}|^对|；(?:支持|鼓励|引导|企业)/.test(text.slice(from, to));

/** “市级活动不超过30万元，县级活动不超过15万元”: two caps for two cases; “同一企业累计不超过150万元” is one over all. */
function isAnotherCap(text: string, last: Group, run: readonly Figure[]): boolean {
  const between = text.slice(last.caps.at(-1)!.end, run[0]!.start);
  return (
    run.length === 1 &&
    /^[，、；][\u4e00-\u9fff（）\d、-]{2,24}(?:最高)?(?:不超过|不高于|最高)(?:为|给予)?$/.test(between) &&
    !/每|同一|累计|年度|总额|合计|单|全年|最多/.test(between)
  );
}

/** Does the cap speak of the group before it? Not when another beneficiary was named in between. */
const belongs = (text: string, last: Group, cap: Figure): boolean =>
  !startsFresh(text, last.figures.at(-1)!.end, cap.start) &&
  !/；[^；]*(?:最高)?(?:给予|资助|奖励)[^，；]{0,6}$/.test(text.slice(last.figures.at(-1)!.end, cap.start));

function hang(text: string, groups: Group[], caps: readonly Figure[]): void {
  for (let i = groups.length - 1; i >= 0; i--) {
    const g = groups[i]!;
    if (g.caps.length > 0 || g.kind === 'cap' || g.kind !== groups.at(-1)!.kind || exceeds(g, caps)) break;
    g.caps = [...caps];
    if (i === groups.length - 1) g.span.end = Math.max(g.span.end, caps.at(-1)!.end);
    if (i > 0 && /；/.test(text.slice(groups[i - 1]!.figures.at(-1)!.end, g.figures[0]!.start)) && g.fresh && !g.linked)
      break;
  }
}

/** A cap below the award cannot be its cap. */
const exceeds = (g: Group, caps: readonly Figure[]): boolean =>
  g.kind === 'amount' && caps.length === 1 && g.figures.some((f) => f.value > caps[0]!.value);

/** A cap that stands in the next sentence (“单个项目最高500万元。”) reaches back over the whole series. */
export function hangLoose(groups: readonly Group[], loose: readonly Figure[]): void {
  const caps = loose.filter((f) => f.role === 'cap');
  const floor = loose.find((f) => f.role === 'floor');
  for (const g of groups) {
    if (caps.length > 0 && g.caps.length === 0 && g.kind !== 'cap' && !exceeds(g, caps)) g.caps = [...caps];
    if (floor) g.floor ??= floor.value;
  }
}

/** 按每架次不超过2000元…，每年最高150万元: the first bound is the price of one, the second the cap. */
const isUnitPrice = (text: string, sentence: Span, g: Group): boolean =>
  /每[\u4e00-\u9fff]{1,8}[^，；。]{0,12}$/.test(text.slice(sentence.start, g.figures[0]!.start));

/** A second cap: an award of its own (“第二年再给予不超过10万元”), or only a limit over the first? */
const awardsAnew = (text: string, last: Group, cap: Figure): boolean =>
  startsFresh(text, last.span.end, cap.start) ||
  /(?:给予|再奖励|再补助|再补贴|奖励)[^，；。]{0,4}(?:最高|不超过)/.test(text.slice(last.span.end, cap.start));

/** A cap alone is an award when somebody is paid up to it: “给予最高30万元奖励”. */
function isAward(text: string, sentence: Span, cap: Figure): boolean {
  const before = text.slice(sentence.start, cap.start);
  const after = text.slice(cap.end, Math.min(sentence.end, cap.end + 24));
  return (
    /给予|奖励|补助|补贴|资助|奖补|列支|发放|支持|兑付|配套|券/.test(before) ||
    /^(?:的)?[^，。；]{0,12}(?:奖励|补助|补贴|资助|奖补|支持)/.test(after)
  );
}

/** 分两年给予20万元，其中首年12万元、次年8万元: parts of a sum already counted. */
function isInstalment(text: string, last: Group, run: readonly Figure[]): boolean {
  if (last.kind !== 'amount' || last.figures.length !== 1) return false;
  const between = text.slice(last.span.end, run[0]!.start);
  if (!/其中|首年|第一年|当年|首期|分别于|先/.test(between) || /；/.test(between)) return false;
  return (
    run[0]!.value < last.figures[0]!.value &&
    /分(?:两|二|三|四|五|\d)?(?:年|期|次|批)|其中/.test(text.slice(last.span.start, run[0]!.start))
  );
}

/** Runs of figures of one role that are joined by 、 or 和. */
function runsOf(text: string, figures: readonly Figure[]): Figure[][] {
  const runs: Figure[][] = [];
  for (const f of figures) {
    const run = runs.at(-1);
    const prev = run?.at(-1);
    const joined =
      prev &&
      prev.role === f.role &&
      /^(?:（[^）]{1,8}）)?(?:[、和及与]|以及)(?:最高|不超过|再)?$/.test(text.slice(prev.end, f.start));
    if (joined) run!.push(f);
    else runs.push([f]);
  }
  return runs;
}
