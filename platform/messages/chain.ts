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
  'chain-place-columns': (r) =>
    `${place(r, '文件')}的第一行没有企业名称这一列。请写上列名：编号、企业名称、行业代码、主要产品、经营范围。`,
  'chain-unmapped': (r) => `${given(r)}还没有图谱。请先在资料包里为它写一份图谱。`,
  'chain-node-unknown': (r) => `图谱里没有这个环节（${figure(r.given)}）。请刷新页面，重新选择。`,
  'chain-node-twice': (r) => `环节${given(r)}在这一版里写了两遍。请合成一条。`,
  'chain-link-to-itself': (r) => `连线从${given(r)}回到自己。请去掉或改正。`,
  'chain-needs-too-much': (r) => `${given(r)}从各上游买的份额相加是 ${figure(r.limit)}，超过 1。请减少连线的比重。`,
  'chain-stage-unknown': (r) => `图谱里没有这一列（${figure(r.given)}）。请重新选择。`,
  'chain-word-taken': (r) => `产品词${given(r)}已经属于环节「${figure(r.limit)}」。请先从那里去掉。`,
  'chain-place-unknown': (r) => `这户企业（${figure(r.given)}）还没有放进这条产业链的图谱。请先放置，或人工指定环节。`,
  'chain-place-ruled': () => '这户企业的环节本来就是规则定的，没有人工核定可撤。请刷新页面查看。',
  'chain-region-unknown': (r) => `这条产业链没有地区${given(r)}，或者您看不到。请重新选择。`,
  'chain-edition-past': (r) =>
    `图谱的修改从 ${figure(r.given)} 起，早于今天（${figure(r.limit)}）。以前是什么样不能改，请选今天或以后。`,
  'chain-placing-running': () => '本链的企业正在放置。请等它结束，进度在页面上看。',
  'chain-local-node-words': (r) => `新加的环节${given(r)}没有名称、所在的列或产品词。请补上。`,
  'chain-entry-unknown': (r) => `清单里没有这一条（${figure(r.given)}）。请刷新页面查看。`,
};
