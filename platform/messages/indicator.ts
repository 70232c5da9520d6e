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
};
