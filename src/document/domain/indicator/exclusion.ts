import type { Span } from '../../../kernel/index.ts';
import type { Quantity } from '../number/quantity.ts';
import type { Section } from '../outline/outline.ts';
import type { Profile } from '../reading.ts';

/** Headings under which numbers are conditions, definitions or background, never commitments. */
const NO_TARGETS =
  /(?:申报|认定|评定|申请|遴选|评价|准入|退出|支持|奖补|享受|入库|评选)(?:的)?(?:条件|标准|对象|程序|材料|认定|流程|办法|方式|要求)|适用(?:范围|对象)|实施对象|对象(?:范围|管理)|名词解释|术语|政策依据|出台背景|背景|发展现状|现状|发展基础|基本情况|工作成效|主要成效|取得.{0,4}成效|存在.{0,4}问题|考核(?:办法|步骤|内容|评议|结果|评分|要点)|指导思想|基本原则|差异|注意事项|工作回顾|发展形势|机遇|条件/;

export function sectionHasNoTargets(section: Section): boolean {
  for (let s: Section | null = section; s && s.kind !== 'root'; s = s.parent) {
    if (s.kind === 'annex') return false;
    if (s.title.length <= 24 && NO_TARGETS.test(s.title) && !/目标|环境/.test(s.title)) return true;
  }
  return false;
}

const PAST =
  /近年来|十三五|五年来|过去|截至目前|截止目前|截至\d{4}年|目前[，,]?(?:全|我|已|共|拥)|已(?:经)?(?:建成|培育|认定|达到?|有|形成|实现|累计|拥有|完成|引进|投入|突破|超过|获|创建|集聚|入驻|连续|成为)|位居|位列|以来[，,]|历史性|首次突破了|回顾|同比(?:增长|下降)[\d.]+%[，。].{0,12}(?:位居|排名|增速)|曾/;
const FUTURE = /力争|争取|确保|到20\d\d年|预计|年底前/;

/** A sentence that tells what has been, not what shall be. */
export function isBackground(sentence: string, profile: Profile, years: readonly number[]): boolean {
  if (!PAST.test(sentence)) {
    const last = profile.firstYear ?? profile.issueYear;
    const stale = last !== null && years.length > 0 && years.every((y) => y < last);
    return stale && !FUTURE.test(sentence);
  }
  return !/力争|争取|确保|到20[2-9]\d年|目标是/.test(sentence.slice(sentence.search(PAST)));
}

const PROGRAMME =
  /^(?:以上|左右)?(?:的)?(?:重点|主要|重大|专项|核心|关键|具体|方面|细分|工作|特色|优势|制造业|先进|新兴|传统|支柱|主导|基本|大|战略性|国家级)*(?:产业链(?!.{0,8}企业)|产业赛道|赛道|专项行动|行动|任务|举措|措施|方面|环节|领域|维度|步骤|方向|清单|机制|原则|体系|要素|关键词|部分|篇章|阶段|层级|层次|批次|类别|类型|方式|渠道|模块|板块|抓手|计划(?!.{0,4}项目)|重点$|工作重点|附件|条款|专题|章节|部门|维度|工作组|工作小组|小组|专班|轮次|主攻方向|目标任务|产业(?:$|、|，|（|为)|支柱产业|主导产业集群体系)/;
const COMMITS =
  /20\d\d年|率(?:达到?|不低于)|新增|建成|累计|创建|完成|达到|突破|不少于|至少|力争|每年|确定|引进|培育|打造$/;
const RULE_WORDS =
  /方可|不得|应当|必须|须|方能|的，(?:可|由|按|不|应|依|将|视为|责令)|视同|视为|以下罚|罚款|处以|计算公式|基准分|分值|得分|[扣加]\d+分|评分|不予|按.{0,8}比例|按.{1,40}执行|按.{1,12}标准|收取|缴纳|首付|保证金|利率|期限|公示期|不可计入|不计入|计容积|最低比例/;

/** Why a number is no target, or null when nothing speaks against it. */
export function excludedBecause(
  text: string,
  q: Quantity,
  segment: Span,
  sentence: Span,
  profile: Profile,
): string | null {
  const before = text.slice(segment.start, q.start);
  const after = text.slice(q.end, segment.end);
  const lead = text.slice(sentence.start, q.start);
  const whole = text.slice(sentence.start, sentence.end);
  if (/第$|前$|TOP$|排名前?$/i.test(before)) return 'rank';
  if (/每(?:[两三四五]|\d)?$/.test(before) && q.kind === 'count' && !/年$/.test(before)) return 'per-unit';
  if (/每[两三四五\d]年(?:举办|召开|开展|组织)?$/.test(before)) return 'recurring-description';
  if (
    /(?:由|从)(?:现有的?|目前的?|原来的?|不足|约|近|20\d\d年的?(?:不足|约)?)*$/.test(before) &&
    /^.{0,4}(?:增加|提高|提升|增长|扩大|上升|下降|降低|降至|增至|缩短|压缩|扩展|拓展)/.test(after)
  )
    return 'baseline';
  if (/(?:实际|已经?)(?:完成|达到?|实现|为)了?[^，力争确保]{0,10}$/.test(before)) return 'past';
  if (/现有(?!.{0,12}(?:基础|保持|稳定|达到|提高|提升|不低于))[^，的由从]{1,14}$/.test(before)) return 'past';
  // The second clause looks ahead: what was reached “截至2024年底” is where it starts from.
  if (/(?:^|，)截[至止](?:20\d\d年[底末]?|目前)，?[^，；]*$/.test(lead) && !/力争|确保|争取|要|将/.test(before))
    return 'past';
  if (/(?:条件|标准|门槛)(?:为|是)?：[^，；]*$/.test(lead)) return 'condition';
  if (/以.{0,12}$/.test(before) && /^[^，]{0,24}为(?:基础|基数|依托|背景)/.test(after)) return 'background';
  if (
    /的，$/.test(text.slice(segment.start, segment.end)) &&
    /(?:^|[，。；])(?:同时，)?对[^，]{2,}/.test(text.slice(sentence.start, q.start))
  )
    return 'condition';
  const bracket = /（([^（）]*)$/.exec(before);
  if (bracket && !/其中|含|包括|新增|达到|力争|不少于/.test(bracket[1]!)) return 'in-brackets';
  if (/是指|指的是/.test(whole)) return 'definition';
  if (/(?:承担|负担|分担)$/.test(before)) return 'share-of-cost';
  if (/总投资(?:额)?(?:约|为)?$/.test(before) && !/^以上|^左右/.test(after) && !/力争|完成|达到|新增/.test(before))
    return 'project-description';
  if (
    q.kind === 'count' &&
    !/^[场次期届]$/.test(q.unit) &&
    PROGRAMME.test(after) &&
    !(
      /新增|建成|累计|创建|完成|引进|培育|每年|确定|不少于|至少/.test(before) &&
      !/(?:行动|任务|措施|方面|环节|领域|举措|机制)/.test(after.slice(0, 12))
    )
  )
    return 'programme';
  if (/^大(?!型|中|学|院|赛|会|数)/.test(after) && q.kind === 'count') return 'programme';
  if (profile.kind === 'rule' && !COMMITS.test(whole)) return 'rule';
  if (
    RULE_WORDS.test(whole) &&
    !/力争|到20\d\d年|每年.{0,8}(?:举办|新增|培育|实施|召开|开展|组织|引进)|确保.{0,12}(?:达到|以上)/.test(whole)
  )
    return 'rule';
  return null;
}
