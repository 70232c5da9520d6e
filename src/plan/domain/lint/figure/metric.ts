const LEADING =
  /^(?:其中|力争|争取|确保|计划|预计|努力|拟|到|至|于|全年|年内|此后|累计|总计|合计|共(?!享|性|同|建|有|创)|新增|净增|新培育|新认定|新引进|新建成?|培育|引进|引育|打造|建设|建成|创建|组建|实施|举办|开展|组织|召开|完成|实际|实现|达到?|推动|推进|支持|鼓励|引导|遴选|认定|发布|建立|设立|形成|拥有|保持|重点|全力|全面|积极|大力|滚动|[一二两三四五六七八九十]年|全市|全省|全区|全县|我市|我省|我区|我县|各县（市、区）|各|要对照|对照|，|、|；|：|的)+/;
const TRAILING = /(?:力争|争取|分别|均|将|要|达到?|为|至|到|超过|超|突破|不少于|不低于|约)+$/;
const COUNT_TAIL = /(?:的)?(?:总数量|数量|总数|个数|家数|户数|数)$/;
const GROWTH_TAIL =
  /(?:的)?(?:[二两三四五]年|20\d\d年)?(?:年平均|年均|每年|同比|比上年|较上年)*(?:复合)?(?:增长率|增长速度|增长|增速|增幅|提高|提升|下降率|下降|降幅|降低|递增)$/;

/**
 * The thing that is measured, freed of verbs, places and ways of writing, so that two mentions can be recognised:
 * 累计实施数字化改造项目 and 实施数字化改造项目 are one. Empty when the words name nothing (“累计引进20个”).
 */
export function metricOf(name: string): string {
  let s = name
    .replace(/\s+/g, '')
    .replace(/[“”"'‘’《》]/g, '')
    .replace(/（[^（）]*）/g, (m) => (/县|市|区/.test(m) ? m : ''))
    .replace(/规上/g, '规模以上')
    .replace(/营收入?/g, '营业收入')
    .replace(/亿(?:级)?(?=企业)/g, '亿元')
    .replace(/^.*20\d\d年(?:底|末)?(?:之?前)?(?=[\u4e00-\u9fff]{3,})/, '');
  for (let i = 0; i < 3; i++) s = s.replace(LEADING, '').replace(TRAILING, '');
  return s.replace(COUNT_TAIL, '');
}

/** The thing whose growth is meant: 规模以上工业营业收入年均增长 → 规模以上工业营业收入; empty for a bare 同比增长. */
export const grownMetric = (name: string): string => metricOf(name.replace(BASE_YEAR, '').replace(GROWTH_TAIL, ''));

const BASE_YEAR = /(?:较|比|在)20\d\d年(?:的?基础上)?/;

const MEASURED =
  '(?:营业收入|主营业务收入|总产值|产值|增加值|利润|税收|收入|规模以上|规上|企业|总规模|规模|出口|链主企业)';
const CHAIN_FIRST = new RegExp(`^(.{0,14}?)(?:全产业链|产业链|产业集群|产业)(?:力争|实现|完成|达到?)*(?=${MEASURED})`);

/** Parts 现代针纺产业营业收入 into chain and thing; null when no chain stands in front. */
export function chainInMetric(metric: string): { readonly chain: string; readonly metric: string } | null {
  const m = CHAIN_FIRST.exec(metric);
  return m ? { chain: m[1]!, metric: metric.slice(m[0].length) } : null;
}

/** Words too general to recognise a thing by. */
export const isVague = (metric: string): boolean =>
  metric.length < 2 ||
  metric.startsWith('#') ||
  /^(?:企业|项目|产业|产品|平台|园区|基地|机构|工作|活动|资金|（未写明名称）)$/.test(metric);
