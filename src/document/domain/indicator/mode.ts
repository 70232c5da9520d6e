import type { TargetMode } from '../model.ts';
import type { Quantity } from '../number/quantity.ts';
import type { GoverningTime } from './year.ts';

const GROWTH_WORD =
  /(?:增长|增速|增幅|增加|递增|下降|降低|压减|减少|提高|提升|上升|翻番|复合增长率|年均增|缩短|压缩|高于|快于)/;
const GROWTH_TAIL =
  /(?:增长率?|增速|增幅|递增|年均增长率?|下降率?|降幅|降低|压减|减少|提高|提升|上升|增加|缩短|压缩)(?:达到?|保持在?|为|约|在|超过|突破|不低于|不少于|至少|力争|均|分别|控制在|维持在|稳定在|实现|确保|以上)*$/;
const CUMULATIVE = /累计|总计|合计|共(?!同|享|建|性|创|赢|识|育|治|有|计划|和|青|商|促|富|关|产|办|平台)/;
const INCREMENT =
  /新增|净增|新建(?!材)|新培育|新引进|新认定|新开工|新开通|新创建|新打造|新布局|新获批|增加(?!到|至|值)|新设|新注册|新登记|新评|新入|新发展|新签|新上|新投|再新|扩增|增设|增补/;
const ACTIVITY =
  /举办|开展|组织|承办|召开|实施|建设|建成|打造|创建|认定|组建|建立|引进|引育|招引|推进|推动|推广|完成|制定|制订|修订|培训|选派|改造|发布|攻克|突破|开发|遴选|推出|落地|签约|培养|复制|设立|布局|申报|参加|评选|编制|出台|建造|搭建|投放|更新|淘汰|盘活|处置|整治|清理|发放|转化|研发|投产|开工|竣工|形成|评定|获批|争创|实现|带动|支持|服务|走访|受理|解决|销售|培育|孵化|命名|安排|举行|吸引|招聘|开通|新开|惠及|储备|谋划|运用|诊断|建/;
const STATE_NOUN =
  /企业|公司|集群|产业链|服务商|园区|开发区|瞪羚|独角兽|小巨人|单项冠军|总量|总数|数量|保有量|数达|人才|从业人员/;

/**
 * Level, increment, cumulative, annual or growth, by the words around the number (rules of §2 of the annotation: first
 * that fits). `before` and `after` are the segment on both sides of the number, `name` what is measured.
 */
export function modeOf(q: Quantity, before: string, after: string, name: string, time: GoverningTime): TargetMode {
  if (q.idiom === 'doubling') return 'growth';
  if (q.idiom === 'all' || q.idiom === 'first') return 'level';
  if (isGrowth(q, before, after)) return 'growth';
  const level = q.kind === 'percent' || /(?:达到?|保持在?|稳定在|维持在|占|占比|比重)(?:[^，、]{0,3})$/.test(before);
  if (time.everyYear && !(level && q.kind === 'percent')) return 'annual';
  if (q.kind === 'percent') return 'level';
  if (CUMULATIVE.test(before)) return 'cumulative';
  if (INCREMENT.test(before) || /^(?:以上|左右)?新增/.test(after)) return 'increment';
  if (q.kind === 'money' && !/完成|投资额?$|引进|签约|投入|发放|安排|争取|落实/.test(before)) return 'level';
  const thing = `${name}${after.split(/[，、；。]/)[0] ?? ''}`;
  if (
    /(?:达到?|突破|超过|数量|总数)$/.test(before.replace(/(?:力争|均|分别|不少于|约)+$/, '')) &&
    !ACTION_HEAD.test(before)
  )
    return 'level';
  if (isState(before, thing)) return 'level';
  if (!ACTIVITY.test(before) && !/^(?:以上|左右)?(?:的)?$/.test(after) && !ACTIVITY.test(thing)) return 'level';
  if (time.year === null) return 'cumulative';
  if (time.by) return byYearEnd(time) ? 'annual' : 'cumulative';
  return 'annual';
}

const ACTION_HEAD = /^(?:.{0,6})(?:举办|开展|组织|实施|建设|建成|打造|创建|完成|引进|推广)/;

/** “2025年底前” is within that year; “到2027年底” is the sum up to it. */
function byYearEnd(time: GoverningTime): boolean {
  const t = time.token;
  return t !== null && t.months.length > 0 && !t.reaching;
}

function isGrowth(q: Quantity, before: string, after: string): boolean {
  if (q.kind !== 'percent' && q.kind !== 'multiple') return false;
  if (GROWTH_TAIL.test(before)) return true;
  if (q.kind === 'multiple') return GROWTH_WORD.test(before) || /^(?:以上|左右)?的?(?:增长|提升)/.test(after);
  if (q.unit === '百分点') return true;
  if (/^(?:以上|左右)?的?(?:年均)?(?:增长|增速|增幅)/.test(after)) return true;
  return (
    /(?:增长率|增速|增幅|增长)(?:[^，、]{0,8})$/.test(before) &&
    !/占|比重|覆盖|率(?:达|为)/.test(before.slice(before.search(/增长率|增速|增幅|增长/) + 3))
  );
}

/** Counts of enterprises or clusters by size or title at a date are levels even after 培育. */
function isState(before: string, thing: string): boolean {
  if (!STATE_NOUN.test(thing) && !STATE_NOUN.test(before.slice(-12))) return false;
  const verb =
    /(举办|开展|组织|召开|参加|引进|招引|推动|带动|改造|培训|走访|服务|诊断|完成|实施|建设|建成|上云|选派|支持|惠及|销售|吸引|遴选|签约)[^，、]*$/.exec(
      before,
    );
  return verb === null;
}
