import { type Catalogue, figure, place } from './catalogue.ts';

type Refusal = Parameters<typeof place>[0];

const at = (r: Refusal): string => place(r, '这一项');
const given = (r: Refusal): string => `「${figure(r.given)}」`;
const perhaps = (r: Refusal): string => (figure(r.limit) === '' ? '' : `，是不是「${figure(r.limit)}」`);

/** Sentences for titles, their editions and the facts that they are judged by. */
export const ladderMessages: Catalogue = {
  'enterprise-pack-fact': (r) => `${at(r)}的事实${given(r)}不在事实词典里${perhaps(r)}。请改正，或先补进词典。`,
  'enterprise-pack-ladder': (r) => `${at(r)}的梯子${given(r)}没有列在 ladders 里${perhaps(r)}。请改正或补上。`,
  'enterprise-pack-figure': (r) =>
    `${at(r)}的年度数${given(r)}不在 enterprise-figures 里${perhaps(r)}。请改正，或先补进去。`,
  'enterprise-pack-title': (r) => `${at(r)}的称号${given(r)}不在 titles 里${perhaps(r)}。请改正，或先补进去。`,
  'enterprise-pack-type': (r) =>
    `${at(r)}的来源给出的是 ${figure(r.limit)}，事实却是 ${figure(r.given)}。请换一种来源，或改事实的 type。`,
};
