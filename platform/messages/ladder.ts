import { type Catalogue, figure, place } from './catalogue.ts';

type Refusal = Parameters<typeof place>[0];

const at = (r: Refusal): string => place(r, '这一项');
const given = (r: Refusal): string => `「${figure(r.given)}」`;
const perhaps = (r: Refusal): string => (figure(r.limit) === '' ? '' : `，是不是「${figure(r.limit)}」`);

/** Sentences for titles, their editions and the facts that they are judged by. */
export const ladderMessages: Catalogue = {
  'enterprise-pack-fact': (r) => `${at(r)}的事实${given(r)}不在事实词典里${perhaps(r)}。请改正，或先补进词典。`,
  'enterprise-pack-indicator': (r) => `${at(r)}的指标${given(r)}不在指标目录里${perhaps(r)}。请改正，或先补进目录。`,
  'enterprise-pack-ladder': (r) => `${at(r)}的梯子${given(r)}没有列在 ladders 里${perhaps(r)}。请改正或补上。`,
  'enterprise-pack-figure': (r) =>
    `${at(r)}的年度数${given(r)}不在 enterprise-figures 里${perhaps(r)}。请改正，或先补进去。`,
  'enterprise-pack-title': (r) => `${at(r)}的称号${given(r)}不在 titles 里${perhaps(r)}。请改正，或先补进去。`,
  'enterprise-pack-type': (r) =>
    `${at(r)}的来源给出的是 ${figure(r.limit)}，事实却是 ${figure(r.given)}。请换一种来源，或改事实的 type。`,
  'ladder-editions-overlap': (r) =>
    `${at(r)}的施行日期 ${figure(r.given)} 和版次${figure(r.limit)}重叠。同一称号一天只能有一版，请改起止日期。`,
  'ladder-empty-says': (r) => `${at(r)}说门槛还没有录入，却又写了条件。请删去 empty，或者删去条件。`,
  'ladder-says-nothing': (r) => `${at(r)}什么条件也没有写。请补上；门槛还不掌握的，请用 empty 说明原因。`,
  'ladder-points-beyond': (r) =>
    `${at(r)}要求 ${figure(r.given)} 分，各项加起来最多 ${figure(r.limit)} 分，谁也达不到。请改正。`,
  'ladder-side-unknown': (r) => `${at(r)}的方面${given(r)}没有列在 sides 里${perhaps(r)}。请改正或补上。`,
  'ladder-band-most': (r) => `${at(r)}最高一档是 ${figure(r.given)} 分，满分写的是 ${figure(r.limit)} 分。请改成一样。`,
  'ladder-example-wrong': (r) =>
    `${at(r)}算出来是「${figure(r.given)}」，算例写的是「${figure(r.limit)}」。请改规则或改算例。`,
  'ladder-title-unknown': (r) => `没有称号${given(r)}${perhaps(r)}。称号的编号见 packs/base/titles.yaml。`,
  'ladder-edition-missing': (r) =>
    `${figure(r.limit)} 这一天，「${figure(r.given)}」没有生效的版次，不能判断。请换一个日期，或先录入这一版。`,
};
