import { meeting, type Span } from '../../../kernel/index.ts';
import type { ClauseItem, ClauseKind } from '../model.ts';
import { headingPath } from '../outline/outline.ts';
import { placeOf, quotesOf, type Reading, wordsOf } from '../reading.ts';
import type { Sentence } from '../text/sentences.ts';
import { beneficiaryOf } from './condition.ts';
import { type Group, groupFigures, hangLoose } from './groups.ts';
import { generalPayer, matcherOf, payerOf, payersInTurn } from './payer.ts';
import { type Figure, findFigures } from './role.ts';
import { stackingOf } from './stacking.ts';
import { isSupport } from './support.ts';
import { windowOf } from './window.ts';

export interface ClauseReading {
  readonly clauses: readonly ClauseItem[];
  /** Stretches whose numbers belong to clauses (mended offsets). */
  readonly taken: readonly Span[];
}

/** Reads every support clause: money for somebody with a number. */
export function extractClauses(r: Reading): ClauseReading {
  const clauses: ClauseItem[] = [];
  const taken: Span[] = [];
  const stacking = stackingOf(r);
  let series = 0;
  r.paragraphs.forEach((p, i) => {
    const quotes = quotesOf(r, p);
    const read = new Map<number, readonly Figure[]>();
    const words = r.text.slice(p.start, p.end);
    if (!/元|%|‰|全额|一半|[:：∶]1/.test(words)) return;
    const general = generalPayer(words);
    const gathered: Group[] = [];
    r.sentences[i]!.forEach((sentence, k) => {
      if (!isSupport(r, i, sentence)) return;
      const figures = findFigures(r.text, sentence, sentence.segments, meeting(quotes, sentence));
      read.set(k, figures);
      const grouped = groupFigures(r.text, sentence, figures, k);
      const shared =
        speaksForAll(r.text, sentence, grouped.groups) &&
        lastSeries(gathered, k).some((g) => g.caps.length === 0 && g.kind !== 'cap') &&
        isOneSeries(lastSeries(gathered, k));
      const groups = shared ? [] : grouped.groups;
      const loose = shared ? [...grouped.loose, ...grouped.groups.flatMap((g) => g.figures)] : grouped.loose;
      if (groups.length === 0 && isOneSeries(lastSeries(gathered, k))) hangLoose(lastSeries(gathered, k), loose);
      if (groups.length > 0 || loose.length > 0)
        taken.push({ start: fromCondition(r.text, sentence, groups), end: sentence.end });
      gathered.push(...groups);
    });
    const sentences = r.sentences[i]!;
    gathered.forEach((g, n) => {
      const sentence = sentences[g.sentence]!;
      const multiple = g.figures.length > 1 || g.caps.length > 1 || g.linked || gathered[n + 1]?.linked === true;
      if (multiple && !g.linked) series++;
      const context: Context = {
        r,
        paragraph: i,
        sentence,
        general,
        stacking,
        series: multiple ? String.fromCharCode(65 + ((series - 1) % 26)) : null,
        window: windowOf(words),
        figures: read.get(g.sentence) ?? [],
      };
      clauses.push(...records(context, g));
    });
  });
  return { clauses, taken };
}

/** The groups that a cap in sentence `k` may reach back to: those of the sentence before. */
const lastSeries = (groups: readonly Group[], k: number): Group[] =>
  groups.filter((g) => g.sentence === k - 1 || (g.sentence === k - 2 && groups.every((x) => x.sentence !== k - 1)));

/** One award, or awards that continue each other: a cap in a sentence of its own is theirs; several unlike ones share none. */
const isOneSeries = (groups: readonly Group[]): boolean => groups.slice(1).every((g) => g.linked || !g.fresh);

/** “单家企业年度最高补助400万元。”: a cap for everything in the sentence before, not an award of its own. */
const speaksForAll = (text: string, sentence: Span, groups: readonly Group[]): boolean =>
  groups.length > 0 &&
  groups.every((g) => g.kind === 'cap') &&
  /^(?:以上|上述|同一|单|每(?!新)|年度|累计|合计|原则上|全年)/.test(text.slice(sentence.start, sentence.end));

/**
 * Where the stretch begins whose numbers belong to the award: back from the first figure over the segments that state its
 * condition. Numbers before that (“每年遴选10个县，对…给予”, “建成3个基地；对…”) may be targets.
 */
function fromCondition(text: string, sentence: Sentence, groups: readonly Group[]): number {
  const first = groups[0]?.figures[0]?.start;
  if (first === undefined) return sentence.start;
  let k = sentence.segments.findIndex((s) => first >= s.start && first < s.end);
  while (k > 0) {
    const here = text.slice(sentence.segments[k]!.start, sentence.segments[k]!.end);
    const before = text.slice(sentence.segments[k - 1]!.start, sentence.segments[k - 1]!.end);
    if (/^(?:\d+\.|第.{1,4}条)?(?:〔[^〕]*〕)?(?:其中)?对(?!接|标|口|外|应|象|比|照)/.test(here) || /；$/.test(before))
      break;
    if (
      !/的[，：]$|^(?:\d+\.|第.{1,4}条)?(?:〔[^〕]*〕)?对|^支持|^鼓励|^凡|^企业|^首次|^新|^按|^经|^且|^并|[：]$|以上，$|、$|^20\d\d年|后，$|给予|补助|奖励/.test(
        before,
      )
    )
      break;
    k--;
  }
  return sentence.segments[Math.max(0, k)]!.start;
}

interface Context {
  readonly r: Reading;
  readonly paragraph: number;
  readonly sentence: Span;
  readonly general: string | null;
  readonly stacking: string | null;
  readonly series: string | null;
  readonly window: { from: string | null; to: string | null };
  readonly figures: readonly Figure[];
}

function records(c: Context, g: Group): ClauseItem[] {
  const { r } = c;
  const before = r.text.slice(Math.max(g.span.start, c.sentence.start), g.figures[0]!.start);
  const lead = before.length >= 6 ? before : r.text.slice(c.sentence.start, g.figures[0]!.start);
  const payers = payersInTurn(lead);
  const count = Math.max(
    g.figures.length,
    g.caps.length > 1 ? g.caps.length : 1,
    /各(?:奖励|给予|补助|补贴|承担)/.test(lead) ? Math.max(payers.length, namesBeforeEach(lead)) : 1,
  );
  const tiers = isTiered(c, g, lead);
  return Array.from({ length: count }, (_, i) => {
    const figure = g.figures[Math.min(i, g.figures.length - 1)]!;
    const cap = g.kind === 'cap' ? figure.value : g.caps.length === 1 ? g.caps[0]!.value : (g.caps[i]?.value ?? null);
    const { subject, condition } = beneficiaryOf(lead, count, i);
    const sentence = r.text.slice(c.sentence.start, c.sentence.end);
    const payer =
      payers.length === count && count > 1 ? payers[i]! : (payerOf(partOf(r.text, c.sentence, g)) ?? c.general);
    const amounts = amountsOf(g, figure);
    const kind: ClauseKind = tiers
      ? 'tiered'
      : g.kind === 'rate' || g.kind === 'rateLeast'
        ? cap === null
          ? 'rate'
          : 'rate+cap'
        : 'fixed';
    const section = r.sectionOf[c.paragraph]!;
    return {
      ...placeOf(r, g.span),
      text: wordsOf(r, g.span),
      subject,
      condition,
      kind,
      ...amounts,
      base: g.kind === 'rate' ? baseOf(lead) : null,
      cap,
      floor: g.floor,
      payer,
      matchedBy: matcherOf(sentence),
      per: figure.per ?? perOf(lead),
      series: c.series,
      windowFrom: c.window.from,
      windowTo: c.window.to,
      stacking: c.stacking,
      path: headingPath(section),
      confidence: condition && condition.length >= 4 ? 0.9 : 0.75,
      rejected: [],
    };
  });
}

/** 对获评A、B的，各奖励100万元: how many get it; 0 when the list is not plain. */
function namesBeforeEach(lead: string): number {
  const m = /对?([^，；。]{2,60})(?:的)?，?(?:由[^，]{2,20})?各(?:奖励|给予|补助|补贴)[^，；]*$/.exec(lead);
  const names = m ? m[1]!.split('、') : [];
  return names.length >= 2 && names.every((n) => n.length >= 3) ? names.length : 0;
}

/** The stretch between semicolons that the award stands in, with the words behind it. */
function partOf(text: string, sentence: Span, g: Group): string {
  const from = Math.max(sentence.start, text.lastIndexOf('；', g.figures[0]!.start) + 1);
  const stop = text.indexOf('；', g.span.end);
  return text.slice(from, stop < 0 || stop > sentence.end ? sentence.end : stop);
}

function amountsOf(
  g: Group,
  f: Figure,
): Pick<ClauseItem, 'amount' | 'amountMin' | 'amountMax' | 'rate' | 'rateMin' | 'rateMax'> {
  const none = { amount: null, amountMin: null, amountMax: null, rate: null, rateMin: null, rateMax: null };
  if (g.kind === 'cap') return none;
  if (g.kind === 'least') return { ...none, amountMin: f.value };
  if (g.kind === 'rateLeast') return { ...none, rateMin: f.value };
  if (g.kind === 'amount')
    return f.value2 === null ? { ...none, amount: f.value } : { ...none, amountMin: f.value, amountMax: f.value2 };
  return f.value2 === null ? { ...none, rate: f.value } : { ...none, rateMin: f.value, rateMax: f.value2 };
}

/** Tiers differ only by the band of one quantity: as many bounds in the condition as awards, or bands one by one. */
function isTiered(c: Context, g: Group, lead: string): boolean {
  const bounds = c.figures.filter((f) => f.bound && f.start >= g.span.start && f.end <= g.figures[0]!.start);
  const several = Math.max(g.figures.length, g.caps.length);
  if (several > 1) return bounds.length >= several && /达到?|突破|超过|以上|（含）|满|首次|以下|至/.test(lead);
  return (
    c.series !== null &&
    bounds.length > 0 &&
    /(?:（[不]?含）|以上|以下|至|达到?|突破|超过)/.test(lead) &&
    /分档|分段|分级|的，按|（[不]?含）/.test(c.r.text.slice(c.sentence.start, c.sentence.end))
  );
}

/** 按…的20%: what the rate is taken of. */
function baseOf(lead: string): string | null {
  const m =
    /(?:按照|按|以|对|给予)(?:不超过|不高于|不低于|其|企业|其上年度)?([^，；。]{2,40}?)的?(?:比例)?(?:不超过|不高于|不低于|分别|给予)?$/.exec(
      lead,
    );
  return m ? m[1]!.replace(/^(?:不超过|不高于|照)/, '') : null;
}

/** 每人每月, 每个展位: what the amount is for one of. */
function perOf(lead: string): string | null {
  const m =
    /每(?:新增|新开设|完成|主导制定)?1?((?:人|个|台|套|件|户|家|亩|吨|辆|县|场|项|条|座|班|架次|箱|张|平方米|公斤|千瓦时|标准展位|展位|吨标准煤|片|组|生|店|车|床|间|年|月)(?:每(?:月|年|平方米|人))?)(?:的|再|给予|奖励|补助|补贴|分别|最高|标准|一次性)*[^，；。]{0,6}$/.exec(
      lead,
    );
  return m ? m[1]!.replace('每', '/') : null;
}
