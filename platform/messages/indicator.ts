import { type Catalogue, figure, place } from './catalogue.ts';

type Refusal = Parameters<typeof place>[0];

const at = (r: Refusal): string => place(r, '这一项');
const given = (r: Refusal): string => `「${figure(r.given)}」`;

/** Sentences for indicators and figures that are refused. */
export const indicatorMessages: Catalogue = {
  'indicator-twice': (r) => `${at(r)}的指标编号${given(r)}已经有了。请换一个；所有资料包里的指标编号不能重。`,
  'indicator-unknown': (r) =>
    `${at(r)}用到的指标${given(r)}没有写在任何资料包里${figure(r.limit) === '' ? '' : `，是不是「${figure(r.limit)}」`}。请改正，或者先写这个指标。`,
  'history-firm-twice': (r) => `${at(r)}的企业${given(r)}写了两次。请删去一个。`,
  'history-season': (r) => `${at(r)}各月比重加起来是 ${figure(r.given)}，应当是 ${figure(r.limit)}（千分比）。请改正。`,
  'indicator-missing': (r) => `没有指标${given(r)}。请回到指标目录重新选。`,
  'indicator-circle': (r) => `${at(r)}用到的指标${given(r)}又由它自己算出，成了圈。请改正其中一个。`,
  'indicator-part-kind': (r) =>
    `${at(r)}不能用指标${given(r)}来算，它的算法是 ${figure(r.limit)}。比率和算式只用求和（sum）、家数（count）和算式（formula）的指标，家数只数上报的数（sum、max）。`,
  'indicator-frequency': (r) =>
    `${at(r)}用到的指标${given(r)}是按 ${figure(r.limit)} 报的，比它自己还少。请让组成的指标报得一样勤或更勤。`,
  'indicator-unit': (r) =>
    `${at(r)}的单位和小数位是${given(r)}，和它要加减的「${figure(r.limit)}」不一样。请统一单位和小数位。`,
  'indicator-measures': (r) => `${at(r)}用到的指标${given(r)}和别的组成指标口径不同（当期、累计、期末）。请用同一种。`,
  'indicator-basis-order': (r) =>
    `${at(r)}的口径${given(r)}编号重了，或者没有按 from 从早到晚写。只有第一个口径可以不写 from。`,
  'indicator-range': (r) => `${at(r)}的下限 ${figure(r.given)} 大于上限 ${figure(r.limit)}。请改正。`,
  'indicator-figure': (r) =>
    `${at(r)}的数 ${figure(r.given)} 存不下：最多 ${figure(r.limit)} 位小数，总共不超过 15 位。请改数，或者把 decimals 写大。`,
  'sheet-state': (r) => `这张表现在是${given(r)}，只有「${figure(r.limit)}」时才能这样做。请刷新页面查看最新状态。`,
  'sheet-not-open': (r) => `这一期 ${figure(r.limit)} 才开始填报，今天是 ${figure(r.given)}。请到时再填。`,
  'sheet-blank': (r) => `${at(r)}还没有填。没有就选“无”并说明原因，零要填 0。`,
  'sheet-hard': (r) => `${at(r)}不符合必须遵守的审核关系（${figure(r.given)}）。请改正后再报送。`,
  'sheet-unexplained': (r) => `${at(r)}看起来不寻常（${figure(r.given)}）。请核对；确实如此的写一句说明。`,
  'sheet-reason-missing': (r) => `${at(r)}没有写原因。请写明，对方才知道改什么。`,
  'sheet-second-person': () => '自己报送的表不能自己审核。请由另一个人审核。',
  'sheet-extension-day': (r) => `延期到 ${figure(r.given)} 不晚于现在的截止日 ${figure(r.limit)}。请选更晚的一天。`,
  'sheet-nothing-asked': () => '没有等待答复的延期申请。请刷新页面查看。',
  'warning-unknown': (r) => `没有编号为 ${figure(r.given)} 的预警，或者不在您的范围内。请回到预警页重新选择。`,
  'warning-changed': () => '您打开之后，这条预警已经变了，所以没有保存。请刷新后再看。',
  'warning-over': () => '这条预警的原因已经消除，不用再处理。请刷新后再看。',
  'warning-not-aside': () => '这条预警没有搁置。请刷新后再看。',
  'aside-in-past': (r) => `搁置到 ${figure(r.given)} 已经过去。请选今天（${figure(r.limit)}）以后的一天。`,
  'warning-work-stands': (r) => `已经交给「${figure(r.given)}」办理，还没有办结。请等答复，或者换一个单位。`,
  'unit-not-above': (r) => `「${figure(r.given)}」不是您的上级单位。请从列出的单位里选。`,
  'warning-needs-post': () => '您现在没有岗位，不能以单位的名义请求协助。请先换到一个岗位。',
  'watch-limits-changed': () => '您打开之后，别人已经改过这里的界限，所以没有保存。请刷新后再改。',
  'watch-region-far': (r) => `「${figure(r.given)}」不归您的岗位管，不能改它的界限。请选本范围内的地区。`,
  'reading-place-missing': (r) => `没有${given(r)}这个地方，或者不在您的范围内。请重新选。`,
  'reading-chain-missing': (r) => `没有${given(r)}这条产业链，或者不在您的范围内。请重新选。`,
  'detail-needed': () => '这里能看出单个企业的数，您的岗位不能看不足三家的分组。需要时请联系安全管理员授权。',
  'figure-missing': () => '没有这一笔数，或者不在您的范围内。请回到上一页重新选。',
  'pivot-axis-twice': (r) => `行和列里都有${given(r)}。请从一边去掉。`,
  'pivot-enterprise-alone': () => '按企业列时，只能看一个指标，行里只放企业，列里只放时期。请去掉别的轴。',
  'pivot-periods': (r) =>
    `所选时期有 ${figure(r.given)} 个，应当是 1 到 ${figure(r.limit)} 个，起止写法要一致。请改选。`,
  'pivot-too-large': (r) =>
    `这张表要看 ${figure(r.given)} 个数，最多 ${figure(r.limit)} 个。请少选一些指标、时期或地方。`,
  'export-periods': (r) =>
    `到${given(r)}为止的时期不对：结束不能早于开始，一次最多导出 ${figure(r.limit)} 年。请改选。`,
  'report-missing': () => '没有这张报表，或者没有共享给您。请回到报表列表重新选。',
  'report-not-own': (r) => `报表${given(r)}是别人保存的，您可以看，不能改。请另存一张。`,
  'report-changed': () => '您打开之后，这张报表已经改过，所以没有保存。请刷新后再改。',
  'report-many': (r) => `您已经保存了 ${figure(r.given)} 张报表，最多 ${figure(r.limit)} 张。请先删去不用的。`,
  'report-needs-post': () => '您现在没有岗位，不能保存报表。请先换到一个岗位。',
  'target-unknown': (r) => `没有目标${given(r)}，或者不在您的数据范围内。请从目标清单里打开。`,
  'target-plan-unpublished': () => '这个方案还没有发布，不能载入目标。请先核定并发布。',
  'target-edition-old': (r) => `第 ${figure(r.given)} 版不是最新的，最新是第 ${figure(r.limit)} 版。请载入最新的一版。`,
  'target-nothing-to-load': (r) => `第 ${figure(r.given)} 版没有可以载入的新内容。请先处理待定和有错的行。`,
  'target-line-unknown': (r) => `方案这一版里没有${given(r)}这一行。请刷新页面重新看。`,
  'target-new-ratio': (r) => `单位是${given(r)}的指标要由两个指标相除得出，不能直接新建。请先在资料包里写好，再选它。`,
  'target-reason-missing': (r) => `${at(r)}没有写理由。请写明，以后才查得到为什么这样定。`,
  'target-changed': () => '别人刚改过这里，您的修改没有保存。请刷新页面，看过新内容再改。',
  'target-out-of-reach': (r) => `${at(r)}的${given(r)}不在您的数据范围内，不能改。请由管这个地方的岗位来做。`,
  'target-from-above': () => '这个目标是上级定的，不能自己改。有不同意见的，请提出异议。',
  'target-own': () => '这个目标不是上级分下来的，不用提异议。要改，请申请调整。',
  'target-ended': (r) => `这个目标到 ${figure(r.given)} 为止，已经不再执行。请打开现行的目标。`,
  'target-second-person': () => '自己申请的调整不能自己批。请由另一个人批。',
  'target-nothing-asked': () => '这一项已经处理过了。请刷新页面查看。',
  'target-adjustment-waits': () => '这个目标有一项调整还没有批。请等批完再申请。',
  'target-objection-waits': () => '这个目标有一条异议还没有答复。请等答复以后再提。',
  'target-adjustment-reason-missing': () => '没有写调整的理由。请写明。',
  'target-adjustment-approver-missing': () => '没有批准人。请由另一个人批。',
  'target-adjustment-date-invalid': (r) => `${given(r)}不是日历上的一天。请按 2026-03-01 的样子填。`,
  'target-adjustment-date-too-early': (r) =>
    `${figure(r.given)} 早于目标上一次生效的 ${figure(r.limit)}。请选这一天或以后的日子。`,
  'target-adjustment-value-unchanged': () => '调整后的数和现在一样。请填新的数。',
  'target-adjustment-range': () => '调整后的下限大于区间的上限。请填小一些的数。',
  'target-part-place': (r) => `${at(r)}的${given(r)}不是紧挨着的下一级。请只分给直接下级、本地的单位或者企业。`,
  'target-part-twice': (r) => `${at(r)}的${given(r)}出现了两次。请删去一个。`,
  'target-part-issued': (r) => `${at(r)}的${given(r)}已经下达，不能在草稿里改。要改，请打开它申请调整。`,
  'target-part-number': (r) => `${at(r)}的目标${given(r)}不是数，或者小数多于 ${figure(r.limit)} 位。请改正。`,
  'target-sheet-headings': (r) => `表里没有「${figure(r.limit)}」这些列。请用导出的分解表来填。`,
  'target-draft-empty': () => '草稿里还没有一个数。请先填或者测算，再下达。',
  'target-overshoot': (r) =>
    `各部分合起来比目标严 ${figure(r.given)}%，超出允许的 ${figure(r.limit)}%。请改小，或者调高允许加码的比例。`,
  'target-fixed-exceed': () => '手工定下的数合起来已经超过目标。请改小，或者不固定其中几个。',
  'target-no-shares': () => '没有一个地方有上年的数，算不出占比。请平均分，或者手工填。',
  'target-not-additive': () => '百分点的目标不能相加，没法测算。请手工填。',
};
