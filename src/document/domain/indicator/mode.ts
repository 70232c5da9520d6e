import type { TargetMode } from '../model.ts';
import type { Quantity } from '../number/quantity.ts';
import type { GoverningTime } from './year.ts';

const GROWTH_TAIL =
  /(?:增长率?|增速|增幅|递增|年均增长率?|下降率?|降幅|降低|压减|减少|提高|提升|上升|增加|缩短|压缩)(?:达到?|保持在?|为|约|在|超过|突破|不低于|不少于|至少|力争|均|分别|控制在|维持在|稳定在|实现|确保|以上)*$/;
const CUMULATIVE = /累计|总计|合计|共(?!同|享|建|性|创|赢|识|育|治|有|计划|和|青|商|促|富|关|产|办|平台|服务|投资)/;
const INCREMENT =
  /新增|净增|新建(?!材|设)|新改建|新培育|新引进|新认定|新开设|新创建|新打造|新布局|新获批|(?<!更)新设(?!备|施)|新注册|新登记|新评|新入|新发展|再新|扩增|增设|增补|增收|新创(?!业|新|意)|增加(?!到|至|值)/;
/** Verbs of reaching: the number is the state of the thing, unless somebody does something to get the events. */
const REACHING =
  /(?:达到?|突破|超过|超|过|实现|保持在?|稳定在|维持在|控制在|扩大到|提高到|提升到|增加到|增长到|增至|扩至|降至|降到|升至|拥有|保有|不少于|不低于|至少|约|为|形成)(?:每[\u4e00-\u9fff]{1,4})?$/;
const STATE_TAIL =
  /(?:达到?|保持在?|稳定在|维持在|控制在|扩大到|提高到|提升到|增加到|增长到|增至|扩至|降至|降到|升至|拥有|动态保持[^，]*)(?:每[\u4e00-\u9fff]{1,4})?$/;
const DOING =
  '举办|开展|组织|承办|召开|实施|建设|建成|打造|创建|认定|组建|建立|引进|引育|招引|推进|推广|完成|制定|制订|修订|主导|参与|培训|选派|改造|发布|攻克|突破|开发|遴选|推出|落地|签约|培养|复制|设立|布局|申报|参加|评选|编制|出台|建造|搭建|投放|更新|淘汰|盘活|处置|整治|清理|发放|转化|研发|投产|开工|竣工|形成|评定|获批|争创|带动|服务|走访|受理|解决|销售|孵化|命名|安排|举行|吸引|招聘|开通|开设|惠及|储备|谋划|运用|诊断|免费诊断|推荐|申请|挂牌|培育|支持|推动|共建|合建|联建|提升|到位|利用|新建|新改建|协办|兑现|落实|争取|撬动|引导|整合|修复|治理|检查|抽检|普查|监测|建|办好|办|选树|扶持|资助|输送|招收|接待|收储|放贷|选育|收集|交付|集聚|聚集|推送|印发|征集';
const HEAD_VERB = new RegExp(`^(?:.{0,2})?(${DOING})`);
const ADVERBS =
  /^(?:其中|力争|争取|确保|计划|预计|拟|将|要|再|并|全市|全省|全区|全县|我市|共|各|分别|重点|着力|全力|全面|积极|大力|加快|滚动|免费|累计|至少|另外|同时|年内|年底前|年底|上半年|下半年|全年|每年|每月|每季度|新)*/;
const DIRECTIVE = /^(?:推动|支持|鼓励|引导|促进|指导|推进)+/;
const LAST_VERB = new RegExp(`(${DOING.replace('突破|', '')})(?:不少于|不低于|至少|约|好|了)?$`);
/** Counts of these by size or title are states even behind 培育 or 打造. */
const STATE_THING =
  /(?:企业|公司|集群|产业链|服务商|瞪羚|独角兽|小巨人|“小巨人”|单项冠军|冠军|茶企|药企|酒企|链主|主体|总量|总数|数量|户数|家数|人数|开发区|从业人员|规模|能力|产量|产能|年产能|年产量|面积|装机|里程|销量|客流量|游客|人次|床位|就业)(?:数|数量)?$/;
const RAISES = /培育|打造|壮大|形成|实现|拥有|做大|做强|发展|集聚|聚集|惠及/;
const FLOW = /完成|到位|利用|盘活|引进|签约|投入|发放|争取|落实|兑现|撬动|投放|安排|减免|减税|融资(?!规模)|采购|招引/;

export interface ModeContext {
  /** The segment up to the number, from its own start in a list. */
  readonly own: string;
  /** The whole segment up to the number (or to the first number of its list). */
  readonly before: string;
  readonly after: string;
  readonly name: string;
  readonly time: GoverningTime;
  /** Mode of the number before it when this one is elliptic (“2027年20家”). */
  readonly previous: TargetMode | null;
  /** A later member of a list in the same segment. */
  readonly listed: boolean;
}

/**
 * Level, increment, cumulative, annual or growth by the words around the number; the order is that of the annotation rules
 * (§2, `mode`): the first that fits.
 */
export function modeOf(q: Quantity, c: ModeContext): TargetMode {
  const { before, after, time } = c;
  if (q.idiom === 'doubling') return 'growth';
  if (q.idiom === 'all' || q.idiom === 'first') return 'level';
  if (isGrowth(q, before, after)) return 'growth';
  if (time.everyYear && q.kind !== 'percent') return 'annual';
  if (q.kind === 'percent' || q.unit === '') return 'level';
  if (c.previous && continues(c)) return c.previous;
  if (CUMULATIVE.test(before)) return 'cumulative';
  if (INCREMENT.test(HEAD_VERB.test(leadOf(c.own)) ? c.own : before) || /^(?:以上|左右)?新增/.test(after))
    return 'increment';
  return happens(q, c) ? byTime(time) : 'level';
}

/**
 * The number goes on with what the one before it said: only time words stand before it, or 其中, or it is a later member
 * of a list that shares one verb.
 */
function continues(c: ModeContext): boolean {
  if (isElliptic(c.own)) return true;
  const bare = verbOf(c.own) === null && !INCREMENT.test(c.own) && !STATE_TAIL.test(c.own);
  if (!bare || c.previous === 'growth') return false;
  return c.listed || (/^其中/.test(c.before) && c.previous !== 'level' && !STATE_THING.test(c.name));
}

/** Only time words and numbers stand before it. */
const isElliptic = (own: string): boolean => /^(?:其中|力争|，|、|和|及|到|至|20\d{2}|年|底|末|前)*$/.test(own);

/** Is it something that is done or takes place, rather than a state at a point in time? */
function happens(q: Quantity, c: ModeContext): boolean {
  if (/^(?:场|场次|次|期|届|批次|班次)$/.test(q.unit)) return true;
  const verb = verbOf(c.before);
  const thing = thingOf(c);
  if (STATE_TAIL.test(c.before) && !(verb && /举办|开展|组织|召开|实施|完成/.test(verb))) return false;
  if (q.kind === 'money') return FLOW.test(c.before) && !/规模|收入|产值/.test(thing.slice(-4));
  if (verb === null) {
    return (
      /^(?:以上|左右|以内)?(?:的)?[\u4e00-\u9fff“”]{0,24}(?:建设|顺利实施|实施|完成)/.test(c.after) &&
      !STATE_THING.test(thing)
    );
  }
  if (q.unit.includes('/') || (verb === '接待' && REACHING.test(c.before)) || /就业|从业/.test(`${thing}${c.name}`))
    return false;
  if (STATE_THING.test(thing) && (RAISES.test(verb) || /能力|产量|产能|面积|规模|装机/.test(thing))) return false;
  if (
    q.kind === 'measure' &&
    REACHING.test(c.before) &&
    !HEAD_VERB.test(leadOf(c.before)) &&
    !/新建|改造|建成|完成/.test(c.before)
  )
    return false;
  return true;
}

/** The verb of doing that governs the number: at the head of its clause, or right before the number. */
function verbOf(before: string): string | null {
  const lead = leadOf(before);
  const head = HEAD_VERB.exec(lead.replace(DIRECTIVE, '')) ?? HEAD_VERB.exec(lead);
  if (head) return head[1]!;
  return LAST_VERB.exec(before)?.[1] ?? null;
}

/** The segment without its time words and adverbs; a dated point inside it begins a new clause. */
function leadOf(before: string): string {
  const dated =
    before.split(/20\d{2}年(?:上半年|下半年|\d{1,2}月)?(?:年?[底末初])?(?:之?前|以前)?，?/).at(-1) ?? before;
  return dated.replace(ADVERBS, '');
}

function thingOf(c: ModeContext): string {
  const rest = c.after.replace(/^(?:（含）)?(?:以上|及以上|左右|以内)?(?:的)?/, '');
  const behind = /^[\u4e00-\u9fffA-Za-z0-9“”（+][\u4e00-\u9fffA-Za-z0-9“”（）+、]{1,80}/.exec(rest)?.[0] ?? '';
  return (behind || c.name).replace(/（[^）]*）$/, '');
}

/** “2025年底前” lies within that year; “到2027年底” is the sum up to it; no time at all is a sum too. */
function byTime(time: GoverningTime): TargetMode {
  if (time.year === null) return 'cumulative';
  if (!time.by) return 'annual';
  const t = time.token;
  return t !== null && t.months.length > 0 && !t.reaching ? 'annual' : 'cumulative';
}

function isGrowth(q: Quantity, before: string, after: string): boolean {
  if (q.kind === 'multiple') return true;
  if (q.kind !== 'percent') return false;
  if (GROWTH_TAIL.test(before)) return true;
  if (q.unit === '百分点') return !/(?:高于|超过|快于)[^，]{0,10}$/.test(before) || /增速|增长|增幅/.test(before);
  if (/^(?:以上|左右)?的?(?:年均)?(?:增长|增速|增幅)/.test(after)) return true;
  return (
    /(?:增长率|增速|增幅|增长)(?:[^，、]{0,8})$/.test(before) &&
    !/占|比重|覆盖|率(?:达|为)/.test(before.slice(before.search(/增长率|增速|增幅|增长/) + 3))
  );
}
