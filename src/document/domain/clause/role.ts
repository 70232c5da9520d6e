import type { Span } from '../../../kernel/index.ts';
import { findQuantities, type Quantity } from '../number/quantity.ts';

/** What a number does in a sentence about money. */
export type Role = 'amount' | 'rate' | 'rateLeast' | 'cap' | 'floor' | 'least' | 'other';

export interface Figure extends Span {
  readonly role: Role;
  /** 万元 for money, percent for rates. */
  readonly value: number;
  readonly value2: number | null;
  /** Written behind the number: 元/箱 gives 箱. */
  readonly per: string | null;
  /** A bound of the condition (达到10亿元, 50台以上): tells tiers from grades. */
  readonly bound: boolean;
}

const PAY =
  '给予|奖励|补助|补贴|资助|奖补|发放|支付|支持|配套(?!额|率|企业|产品|体系|能力|度|半径|服务|资金由)|安排|津贴|补偿|抵扣|贴息|兑付|兑现|扶持|承担|面值|返还|激励|后补助|奖';
const CAP =
  /(?:最高|不超过|不超|最多|上限|封顶|限额|不高于|不得超过|控制在|额度不超过|额为)(?:分别|按|累计|总额|额度|可|的|额)*(?:不超过|为|给予|奖励|补助|补贴|达|到|支持|获|资助|享受|兑现|拨付|至)*(?:一次性)?(?:人民币)?$/;
const CAP_AFTER = /^(?:为上限|封顶|以内|以下(?=奖|补|的奖|的补|资))/;
const FLOOR = /(?:低于|不足|不到|少于|未达到)$/;
const LEAST = /(?:不低于|不少于)$/;
const BOUND_BEFORE = /(?:达到?|突破|超过|超|满|首次达|不低于|不少于|高于|大于|至|到)(?:人民币)?$/;
const BOUND_AFTER =
  /^(?:（[不]?含(?:本数)?）)?(?:及|或)?(?:以上|以下|以内|至|到|-|~)|^（[不]?含|^(?:的|且|并|，且)(?=[^奖补]{0,18}(?:企业|项目|单位|机构|的|，))/;
const NOUN_AFTER =
  /^(?:（[^）]{0,12}）)?(?:的)?(?:标准|一次性|定额|[\u4e00-\u9fff“”]{0,14}?)?(?:奖励|补助|补贴|资助|奖补|奖金|支持|经费|资金|配套|券|标准|贴息|激励|扶持)/;
const LOAN = /^(?:的)?(?:[\u4e00-\u9fff]{0,6})?(?:贷款|授信|增信|担保(?!费|业务)|借款|融资额度|信用额度|基金|资金池)/;
/** 市财政每年安排不少于2亿元: the purse, not an award. */
const POT = /(?:每年|年度|财政|预算)(?:统筹)?安排(?:资金|预算)?(?:不少于|不低于|不超过)?$/;
const SCHEDULE = /(?:拨付|兑现|预拨|拨款|首付|支付|发放)(?:奖励|补助|补贴|资金|剩余|其余|余下|总额|金额|的)*$/;

/** Finds the figures of a sentence and says what each does. `text` is the whole document, folded. */
export function findFigures(
  text: string,
  sentence: Span,
  segments: readonly Span[],
  masked: readonly Span[],
): Figure[] {
  const words = text.slice(sentence.start, sentence.end);
  const figures: Figure[] = [];
  let previous: { q: Quantity; role: Role } | null = null;
  for (const found of findQuantities(words)) {
    const q = { ...found, start: found.start + sentence.start, end: found.end + sentence.start };
    if (masked.some((m) => q.start >= m.start && q.end <= m.end)) continue;
    const segment = segments.find((s) => q.start >= s.start && q.start < s.end) ?? sentence;
    const joined: boolean = previous !== null && sameKind(previous.q, q) && inOneList(text, previous.q, q);
    const own = roleOf(text, q, segment, sentence);
    const role: Role = joined && own !== 'floor' && previous ? previous.role : own;
    previous = { q, role };
    figures.push(figure(q, role, role === 'other' && q.idiom === null));
  }
  figures.push(...wordFigures(text, sentence));
  return figures.sort((a, b) => a.start - b.start);
}

/** 50万元、20万元; 400元/箱、40英尺箱800元/箱: one list when the units agree. */
function inOneList(text: string, a: Quantity, b: Quantity): boolean {
  const between = text.slice(a.end, b.start);
  if (/^(?:（[^）]{1,8}）)?(?:[、和及与]|以及)(?:最高|不超过)?(?:[\u4e00-\u9fff]{0,3})$/.test(between)) return true;
  return a.unit === b.unit && a.unit.includes('/') && /^、[^，；。]{1,14}$/.test(between);
}

const sameKind = (a: Quantity, b: Quantity): boolean => a.kind === b.kind;

function figure(q: Quantity, role: Role, bound: boolean): Figure {
  const money = q.kind === 'money';
  const factor = money
    ? q.unit.startsWith('亿')
      ? 10000
      : q.unit.startsWith('万')
        ? 1
        : 0.0001
    : q.unit === '‰'
      ? 0.1
      : 1;
  const scale = (n: number): number => Number((n * factor).toPrecision(12));
  return {
    start: q.start,
    end: q.end,
    role,
    value: scale(q.value),
    value2: q.value2 === null ? null : scale(q.value2),
    per: q.unit.split('/')[1] ?? null,
    bound,
  };
}

function roleOf(text: string, q: Quantity, segment: Span, sentence: Span): Role {
  const before = text.slice(segment.start, q.start);
  const after = text.slice(q.end, Math.min(sentence.end, q.end + 40));
  if (q.kind === 'money')
    return moneyRole(before, after, /美元/.test(q.unit), text.slice(sentence.start, segment.start));
  if (q.kind === 'percent' && q.unit === '百分点')
    return /贴息/.test(`${before}${after.slice(0, 12)}`) ? 'rate' : 'other';
  if (q.kind === 'percent') {
    const role = rateRole(before, after, text.slice(q.end, sentence.end));
    return role === 'rate' && /(?:按|按照|给予|比例|标准)[^，；]{0,4}不(?:低|少)于[^，；]{0,24}$/.test(before)
      ? 'rateLeast'
      : role;
  }
  return 'other';
}

function moneyRole(before: string, after: string, foreign: boolean, said: string): Role {
  if (/基础上/.test(after.slice(0, 6))) return 'other';
  if (FLOOR.test(before) && /^(?:以下|及以下)?(?:的)?[，）]?[^。；]{0,10}不(?:予|再|享|纳入|奖|补|支|发)/.test(after))
    return 'floor';
  if (/(?:由|从)(?:原来的?|现行的?|最高)?$/.test(before) && /^(?:提高|提升|增加|调整|上调|下调|降低)/.test(after))
    return 'other';
  if (LOAN.test(after)) return 'other';
  if (CAP.test(before) || CAP_AFTER.test(after))
    return /(?:规模|投资|注册资本|资产|收入|产值|造价|售价|单价)(?:最高|不超过|不高于)$/.test(before) ? 'other' : 'cap';
  if (POT.test(before) || foreign) return 'other';
  if (LEAST.test(before))
    return payIn(before) && !/(?:投资|收入|产值|资本|投入|规模|销售额|额)(?:不低于|不少于)$/.test(before)
      ? 'least'
      : 'other';
  if (SCHEDULE.test(before) && /其中|首年|次年|第[一二三]年|余/.test(before)) return 'other';
  if (
    /每(?:新增|增加|完成|投入|达到?|满|超过?)[^，；]{0,8}$/.test(before) &&
    /^(?:的)?[，]?(?:给予|奖励|补助|补贴|再)/.test(after)
  )
    return 'other';
  const paid = payTail(before) || listedAward(before, said);
  if (BOUND_AFTER.test(after) && (!paid || /额$/.test(before))) return 'other';
  if (BOUND_BEFORE.test(before) && !paid) return 'other';
  if (paid) return 'amount';
  if (/按(?:照)?(?:每.{1,12}|.{0,12}?)$/.test(before) && /给予|补|奖|标准|资助|支付/.test(after)) return 'amount';
  if (NOUN_AFTER.test(after) && !/^(?:的)?(?:投资|项目|企业|以上)/.test(after)) return 'amount';
  if (/每[\u4e00-\u9fff（）]{1,8}(?:再)?$/.test(before) && /给予|补|奖|标准|，最高|，不超/.test(after)) return 'amount';
  return 'other';
}

/** 分档给予补助：100平方米以下的5万元，…: behind a colon or in a list the verb stands at the head. */
const listedAward = (before: string, said: string): boolean =>
  /(?:的|为|以下|以上)$/.test(before) &&
  /(?:给予|奖励|补助|补贴|资助|分档|标准)[^。；]*[：，]/.test(said) &&
  /以上的?$|以下的?$|的$/.test(before) &&
  !/(?:达到|突破|超过)[^，]*$/.test(before);

const payIn = (s: string): boolean => new RegExp(PAY).test(s) || /按(?:照)?每/.test(s);

/** A verb of paying governs the number: it stands before it with nothing but words of form between. */
function payTail(before: string): boolean {
  const m = new RegExp(`(?:${PAY})([^，；：]*)$`).exec(before);
  if (!m) return false;
  const between = m[1]!;
  return (
    !/达到|突破|超过|以上|投资额?|收入|产值|增长|首次|年销售|的，|满$/.test(between) ||
    new RegExp(`(?:${PAY})(?:[^，；：]{0,8})$`).test(before)
  );
}

function rateRole(before: string, after: string, rest: string): Role {
  if ((SCHEDULE.test(before) && !/(?:按|按照)[^，；]*$/.test(before)) || /^(?:资金)?(?:拨付|兑现)/.test(after))
    return 'other';
  if (/各(?:自)?(?:承担|负担|分担)$/.test(before)) return 'other';
  if (
    /(?:补贴|补助|兑付|奖励|支持|资助|贴息|返还)(?:比例|标准|额度)[^，；\d]{0,12}$|(?:补贴|补助|兑付|奖励|资助|贴息)(?:提高|上浮|提升)(?:至|到)$/.test(
      before,
    )
  )
    return 'rate';
  if (
    /(?:给予|予以)(?:不超过|不高于|最高)?[^，；]{1,24}$/.test(before) &&
    /^(?:、|，)?(?:最高|不超过)?[^，。；]{0,16}(?:资助|补助|奖励|补贴|支持|贴息|配套)/.test(rest)
  )
    return 'rate';
  if (
    /(?:增长|增速|增幅|占比|占|比重|提高|下降|降低|比例|超出|高出|税率|利率(?:为|不高于|不超过)?|费率(?:为|不高于|不超过|不低于)?|出资|持股|率(?:达到?|超过|不低于))(?:达到?|超过|不低于|不少于|不超过|高于|为|在)*$/.test(
      before,
    ) &&
    !/按(?:照)?[^，]{0,20}(?:比例|占比)(?:为|不超过|不高于)?$/.test(before) &&
    !/年利率$/.test(before)
  )
    return 'other';
  if (/^(?:（[不]?含）)?(?:及|或)?(?:以上|以下)/.test(after) && !/按|给予/.test(before)) return 'other';
  const pays = /给予|补助|补贴|贴息|奖励|配套|资助|兑付|承担|支持|分担|返还|奖补|扶持|补$|补，/;
  if (
    /(?:按|按照|以|给予|补助|补贴|奖励|贴息|承担|配套|资助|支持|补|的|不超过|不高于|不低于|分别|部分|、|额|费|款|价|最高|为|年|度|金)$/.test(
      before,
    ) &&
    (pays.test(before) || pays.test(rest))
  )
    return 'rate';
  if (/(?:按|按照)[^，；]{1,40}$/.test(before) && (pays.test(before) || pays.test(rest.slice(0, 40)))) return 'rate';
  return 'other';
}

const RATIO = /(\d+(?:\.\d+)?)[:：∶](\d+(?:\.\d+)?)/g;
const WHOLE =
  /(?:给予|予以|由[^，。；]{0,16}|按)?全额(?:[\u4e00-\u9fff]{0,8}?)(?:补贴|补助|承担|资助|支持|奖励|报销|贴息|返还|补)/g;
/** 按实际支出给予补贴: all of it. */
const ACTUAL =
  /按(?:照)?(?:其)?实际(?:支出|发生额?|支付|缴纳)[^，。；%]{0,10}(?:给予|予以)(?:[\u4e00-\u9fff]{0,4})?(?:补贴|补助|报销|资助)/g;
const HALF = /(?:的)?一半(?=[^，。；]{0,4}(?:给予|予以|补|奖|资助))/g;

/** Rates that are written in words: 1：1, 全额, 一半. */
function wordFigures(text: string, sentence: Span): Figure[] {
  const s = text.slice(sentence.start, sentence.end);
  const out: Figure[] = [];
  const push = (index: number, length: number, value: number, role: Role = 'rate'): void => {
    out.push({
      start: sentence.start + index,
      end: sentence.start + index + length,
      role,
      value,
      value2: null,
      per: null,
      bound: false,
    });
  };
  for (const m of s.matchAll(RATIO)) {
    const rest = /^[^，。；]*/.exec(s.slice(m.index))![0];
    if (!/配套|扶持|资助|补助|支持|奖励|补贴/.test(rest) || /分担|共担|分摊|承担|置换|车桩比/.test(rest)) continue;
    const least = /不(?:低|少)于$/.test(s.slice(0, m.index));
    push(
      m.index,
      m[0].length,
      Number(((Number(m[2]) / Number(m[1])) * 100).toPrecision(6)),
      least ? 'rateLeast' : 'rate',
    );
  }
  for (const m of s.matchAll(WHOLE)) push(m.index, m[0].length, 100);
  for (const m of s.matchAll(ACTUAL)) if (!/[%‰]|全额/.test(s)) push(m.index, m[0].length, 100);
  for (const m of s.matchAll(HALF)) push(m.index, m[0].length, 50);
  return out;
}
