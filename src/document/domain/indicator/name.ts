import type { Quantity } from '../number/quantity.ts';
import { readLabel } from '../outline/label.ts';
import { COMPARATOR_TAIL } from './comparator.ts';

const LEAD =
  /^(?:其中|并|且|力争|争取|确保|计划|预计|努力|推动|推进|促进|实现|保持|使|全面|基本|着力|加快|全力|重点|统筹|支持|鼓励|引导|指导|组织|围绕|同时|另外|此外|分别|在|各|要|将|再|逐步|积极|大力|，|、|：|。|；|（|）|和|及|以及|至少|共|全年|年内|按照)+/;
const TIME_LEAD =
  /^(?:(?:力争|争取|确保|计划|预计)?(?:到|至|截至|在|于|从|自)?(?:20\d{2}年?(?:-|至|到|~)?)?(?:20\d{2})年(?:度)?(?:上半年|下半年|[一二三四]季度|年?[底末初](?:之?前)?|之?前|以前|内|起|期间)?(?:\d{1,2}月(?:份)?[底末初]?(?:之?前)?(?:、\d{1,2}月[底末初]?前?)*)?(?:春节前后|前后)?(?:，|、)?)+|^(?:每年|每月|每季度|年均(?!增|复合|递增)|逐年)(?:至少|力争|计划)?/;
const TAIL =
  /(?:数量|总数|总量)?(?:将|要|应|力争|争取|分别|均|平均)*(?:不少于|不低于|不得少于|不得低于|至少|不超过|不高于|控制在|突破|超过|超|达到|达|实现|完成|保持在|稳定在|维持在|提高到|提升到|提高至|提升至|增长到|增加到|降低到|下降到|降至|降到|增至|升至|迈上|跨越|为|约|近|力争|争取|均|分别|以上|至|到|在)*$/;

/**
 * The thing measured, in the words of the text: what follows the number when the number counts it (“30个以上智能车间”), else
 * what stands before it (“营收超亿元企业42家”). `previous` names the thing of an elliptic number (“2027年20家”).
 */
export function nameOf(q: Quantity, before: string, after: string, previous: string | null): string {
  return complete(bareName(q, before, after, previous), previous);
}

function bareName(q: Quantity, before: string, after: string, previous: string | null): string {
  const behind = thingBehind(q, after);
  const front = thingBefore(before);
  if (q.idiom === 'all') return `${clean(front)}覆盖率`.replace(/实现覆盖率$/, '覆盖率');
  if (behind && (front.length < 2 || isVerb(front) || isPlace(front))) return clean(`${keepIncrement(front)}${behind}`);
  if (behind && VERB_END.test(front)) return clean(`${keepIncrement(front)}${behind}`);
  const name = clean(front);
  if (name.length >= 2) return behind && behind.length > 2 && name.length < 6 ? `${name}${behind}` : name;
  // “达224亿元，同比增长11.4%，2027年达250亿元”: the sum is of the revenue, not of its growth.
  const said = q.kind === 'percent' ? previous : previous?.replace(GROWTH_TAIL, '');
  return behind || said || name || '（未写明名称）';
}

const VERB_END = /(?:新增|净增|引进|建设|打造|培育|举办|实施|完成|创建|推出|开展|累计|建成|组织|选派)$/;
const isPlace = (s: string): boolean => /^[\u4e00-\u9fff]{2,5}(?:省|市|区|县|镇|园区|高新区|经开区)$/.test(s);
const MEASURE =
  /^(?:[^超过\d]{0,4})?(?:主营业务收入|年主营业务收入|营业收入|销售收入|营收|销售额|年产值|产值|总投资额?|投资额?|税收|纳税)/;

const GROWTH_ONLY =
  /^(?:[两二三四五六七八九十]年)?(?:同比|年均|比上年|较上年|环比|累计)?(?:年均|递增)?(?:增长率?|增速|增幅|下降|提高)$/;
const GROWTH_TAIL = /(?:同比|年均|比上年|较上年|环比)(?:增长率?|增速|增幅|下降|提高)$/;

/**
 * Words that the sentence said once: “营业收入达220亿元，同比增长8%” grows the revenue; in “销售额超亿元企业50家，超3亿元企业15家” the
 * second is by turnover too.
 */
function complete(name: string, previous: string | null): string {
  if (!previous) return name;
  if (GROWTH_ONLY.test(name)) return `${previous.replace(GROWTH_TAIL, '')}${name}`;
  if (/^(?:超|过|达)?[\d.~亿万-]*(?:亿|万)?元/.test(name)) {
    const measure = MEASURE.exec(previous)?.[0];
    if (measure) return `${measure}${name}`;
  }
  return name;
}

const isVerb = (s: string): boolean =>
  /^(?:计划|拟|累计|共|新增|净增|新建|新引进|新培育|新认定|引进|建设|打造|培育|举办|实施|完成|创建|推出|开展|建成|组织|选派|攻克|形成|制定|发布|遴选|安排|推动|带动|支持|落实|招引|储备|召开|建立|组建|认定)+$/.test(
    s,
  );
const keepIncrement = (s: string): string => /(新增|净增|新建|新引进|新培育|新认定|累计)/.exec(s)?.[1] ?? '';

/** The thing a count is of, when it stands behind the number: “30个以上智能车间”. */
export function thingBehind(q: Quantity, after: string): string {
  if (q.kind === 'percent' || q.kind === 'multiple') return '';
  const m = /^(?:（含）)?(?:以上|及以上|左右|以内|以下)?(?:的)?([\u4e00-\u9fffA-Za-z0-9“”"（）+·/-]{2,40})/.exec(after);
  if (!m) return '';
  const thing = m[1]!.split(/(?:完成|实现|达到|顺利|开展|进行|运用|参加|赴外|纳入|为|建设(?=$)|，)/)[0]!;
  return /^(?:台阶|大关|目标|关口|规模|水平|和|及|与|或|并|以|等)/.test(thing) ? '' : thing;
}

/** 营业收入2025年达到198亿元: the year is none of the name. */
const YEAR_TAIL = /(?:到|至|在)?20\d{2}年(?:度|底|末)?(?:之?前)?$/;

/** The noun phrase in front: time words, adverbs and comparators taken off. */
function thingBefore(before: string): string {
  let s = before.slice(readLabel(before)?.length ?? 0);
  for (let i = 0; i < 4; i++) {
    const t = s.replace(TIME_LEAD, '').replace(LEAD, '');
    if (t === s) break;
    s = t;
  }
  // 由31.5%提高到40%: the base is not part of the name.
  s = s
    .replace(/(?:由|从)(?:20\d{2}年的?|不足|目前的?|现有的?)*[\d.]+[^，]{0,10}$/, '')
    .replace(TAIL, '')
    .replace(COMPARATOR_TAIL, '')
    .replace(YEAR_TAIL, '');
  // A list “A 2个、B” : the name of the second begins behind the first number.
  const cut = s.search(/[^、]*$/);
  return s.slice(Math.max(0, cut)).length >= 2 && /\d[^、]*、/.test(s) ? s.slice(cut) : s;
}

const clean = (s: string): string =>
  s
    .replace(LEAD, '')
    .replace(/^(?:全市|全省|全区|全县|全国)/, (m) => (m === '全国' ? m : ''))
    .replace(/[，。；：、]+$/g, '')
    .replace(/^[“”）]+(?=[^“”]*$)/, '');
