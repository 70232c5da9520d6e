import type { Span } from '../../../kernel/index.ts';
import type { Quantity } from '../number/quantity.ts';

const THINGS =
  '企业|公司|项目|集群|产业链|产业园|产业|园区|工程|基地|平台|产品|品牌|车间|工厂|开发区|县|强镇|镇|乡|村|主体|商户|门店|单位|机构|市场|楼宇|景区|链主|龙头|设备|机组|大户|农户|合作社|家庭农场|农场|商场|综合体|街区|赛事|展会|仓库|物流园|服务商|研究院|实验室|中心|池塘|水库|贷款|户|建筑|团队|人才|梯队|雁阵';
const BOUND = '(?:（含）|（不含）|（含本数）)?(?:以上|及以上|以下|及以下|以内|级别|级以上|级|规模以上|规模|量级|左右)*';
const NAMES_A_THING = new RegExp(`^${BOUND}(?:的)?(?:[\\u4e00-\\u9fffA-Za-z0-9“”"（）·+-]{0,22}?)(?:${THINGS})`);
const MARKED = /^(?:（含）|（不含）)?(?:以上|及以上|以下|级|的)/;

/**
 * Does this number only define the thing that is counted? In “营收超亿元企业42家” the 亿元 is part of the name, in “50家产值超
 * 10亿元的骨干企业” the 10亿元 is. `end` is the end of the segment, `next` the quantity that follows.
 */
export function isThreshold(
  text: string,
  q: Quantity,
  segment: Span,
  next: Quantity | undefined,
  prev: Quantity | undefined,
): boolean {
  if (q.idiom) return false;
  if (/^级(?!以上的?[，。]|[，。])/.test(text.slice(q.end, segment.end)) && q.kind !== 'count') return true;
  if (
    q.kind === 'measure' &&
    /^(?:以上|以下)(?!产能|能力|规模|面积|仓储|库容|种植)的?[\u4e00-\u9fff]/.test(text.slice(q.end, segment.end))
  )
    return true;
  const list = text.slice(q.end, segment.end);
  // “营收超100亿元、50亿元、10亿元的企业分别达到1家、3家和10家”: the sizes in front define what the counts behind are of.
  const sizes = /^(?:(?:、|和|及)(?:超过?|过)?[\d.]+[万亿]?元)+/.exec(list)?.[0];
  if (
    q.kind === 'money' &&
    sizes &&
    NAMES_A_THING.test(list.slice(sizes.length)) &&
    /^[^，；]*\d/.test(list.slice(sizes.length))
  )
    return true;
  const rest = list.split('、')[0]!;
  const nextHere = next && next.start < q.end + rest.length && next.start >= q.end ? next : undefined;
  if (q.kind === 'count') {
    return (
      /^(?:（含）)?(?:以上|及以上|以下|级)的?[^，、\d]{1,16}$/.test(
        rest.slice(0, nextHere ? nextHere.start - q.end : 0),
      ) && nextHere !== undefined
    );
  }
  if (q.kind === 'percent' && /^(?:以上)?的[\u4e00-\u9fff]{2,16}?(?:实现|完成|达到|开展|建立|应用|接入)/.test(rest))
    return false;
  const upTo = nextHere ? rest.slice(0, nextHere.start - q.end) : rest;
  if (nextHere && /^(?:（含）)?(?:以上|及以上|以下|级)?的?$/.test(upTo) && nextHere.kind === 'count') return true;
  if (!NAMES_A_THING.test(upTo)) return false;
  if (nextHere && nextHere.kind === 'count') return true;
  if (
    MARKED.test(rest) ||
    /(?:超过|超|过|突破|达到?|不低于|高于)$/.test(text.slice(Math.max(0, q.start - 4), q.start))
  ) {
    // “营业收入突破500亿元的目标” names no thing; “培育超10亿元的企业” does.
    return true;
  }
  const countBefore =
    prev && prev.kind === 'count' && prev.end >= segment.start && !/[，；]/.test(text.slice(prev.end, q.start));
  if (countBefore) return true;
  return q.kind === 'money' && q.han && /^[\u4e00-\u9fff]{0,10}(?:企业|产业|集群|园区|项目|产业链|基地)/.test(rest);
}
