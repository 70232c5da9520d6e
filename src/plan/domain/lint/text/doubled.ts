import type { Span } from '../../../../kernel/index.ts';

/** Function words that never stand twice, with what may stand around them when two words merely meet (目的 + 的). */
const FUNCTION_WORDS: readonly (readonly [string, RegExp | null, RegExp | null])[] = [
  ['的', /目$/, /^确/],
  ['各', null, null],
  ['在', /[存所现内潜实正旨好]$/, null],
  ['和', /(?:饱|共|缓|温|总|中)$/, /^[平谐气睦解善美好]/],
  ['及', /[普涉以危波遍累触顾]$/, /^[时早其]/],
  ['与', /[参给赋]$/, /^[会众此其]/],
  ['为', /[作成认行称视分定变转改确最因设列以]$/, /^[期人]/],
  ['将', /[大小名上中]$/, /^[军领要来]/],
  ['对', /[应针面相反绝核校一]$/, /^[接标照象口]/],
  ['被', null, null],
  ['把', null, /^[握关]/],
  ['由', /[自理缘经事]$/, /^[此于来]/],
  ['或', null, /^[者许]/],
  ['并', /[合兼吞归]$/, /^[购轨联行网购]/],
  ['且', /[而并]$/, null],
  ['是', /[但还就只要于]$/, /^非/],
  ['到', /[达得做看找感受遇碰收接]$/, /^[位达期底]/],
  ['了', /[为到]$/, /^解/],
  ['以', /[予可得加所给难足用]$/, /^[及上下内来后前外]/],
];

/** Common words of two characters; other pairs only meet (企业创业创新). A longer word may begin with the second. */
const WORDS = new Set(
  (
    '企业 产业 发展 建设 项目 推进 推动 支持 加快 实施 责任 单位 工作 服务 政策 资金 重点 任务 目标 培育 提升 完善 加强 开展 组织 鼓励 引导 落实 ' +
    '机制 平台 园区 创新 技术 改造 数字 智能 绿色 质量 品牌 市场 管理 监管 保障 人才 金融 财政 奖励 补助 补贴 部门 政府 各级 各地 全市 全省 全区 全县 我市 我省 我区 我县 ' +
    '以及 或者 通过 按照 根据 关于 进行 实现 达到 超过 完成 给予 对于 其中 力争 负责 牵头 配合 制定 建立 健全 强化 深化 优化 促进 扩大 提高 增强 打造 形成 做好 ' +
    '装备 纺织 制造 工业 信息 材料 食品 医药 电子 能源 汽车 设备 产品 集群 龙头 链主 县区 街道 乡镇 省级 市级 国家 研发 转型 升级 ' +
    '营业 收入 增长 规模 以上 以下 年度 每年 主要 基础 条件 标准 要求 措施 方案 计划 行动 意见 通知 办法 规定'
  ).split(' '),
);
const LONGER =
  /^(?:家|链|园|库|部|区|局|厅|室|者|化|性|力|率|群|集群|基地|级|线|品|员|会|所|院|商|网|型|类|法|费|金|款|值|量|方|人|书|表|点|地)/;

/** Stretches where something was typed twice: 各各镇, 推进推进, 工业和信息化工业和信息化. */
export function findDoubled(text: string): Span[] {
  const found: Span[] = [];
  for (const [word, before, after] of FUNCTION_WORDS) {
    for (let at = text.indexOf(word + word); at >= 0; at = text.indexOf(word + word, at + 1)) {
      const left = text.slice(Math.max(0, at - 2), at);
      const right = text.slice(at + 2, at + 4);
      if (before?.test(left) || after?.test(right)) continue;
      found.push({ start: at, end: at + 2 });
    }
  }
  for (const m of text.matchAll(/([\u4e00-\u9fff]{2,10}?)\1(?!\1)/g)) {
    const word = m[1]!;
    const rest = text.slice(m.index + m[0].length);
    if (word.length === 2 ? WORDS.has(word) && !LONGER.test(rest) : isLongSlip(word))
      found.push({ start: m.index, end: m.index + m[0].length });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Three characters and more are not said twice by chance, but lists of numerals and reduplications are. */
const isLongSlip = (word: string): boolean => new Set(word).size > 2 && !/[一二三四五六七八九十百千万亿]{2}/.test(word);
