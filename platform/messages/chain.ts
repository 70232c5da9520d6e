import { type Catalogue, figure, place } from './catalogue.ts';

type Refusal = Parameters<typeof place>[0];
const given = (r: Refusal): string => `「${figure(r.given)}」`;

/** Sentences for the files of chains that are refused. */
export const chainMessages: Catalogue = {
  'chain-file-unknown': (r) => `没有这条产业链（${figure(r.given)}），或者您看不到。请回到产业链清单查看。`,
  'chain-act-unknown': (r) => `活动的种类${given(r)}不在链长制的规定里。请重新选择。`,
  'chain-act-ahead': (r) => `活动日期 ${figure(r.given)} 还没有到，今天是 ${figure(r.limit)}。请在活动之后登记。`,
  'chain-act-struck': (r) => `这次活动已经撤销（${figure(r.given)}）。请刷新页面查看。`,
  'chain-words-missing': (r) => `${place(r, '这一项')}没有填写。请补上。`,
  'chain-list-unknown': (r) =>
    `没有这张清单（${figure(r.given)}），或者它由登记的数据自动生成，不能手工增加。请刷新页面查看。`,
  'chain-map-unknown': (r) => `没有这张图（${figure(r.given)}）。请刷新页面查看。`,
  'chain-entry-unknown': (r) => `清单里没有这一条（${figure(r.given)}）。请刷新页面查看。`,
};
