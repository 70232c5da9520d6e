import { plainText } from './text.ts';

const form =
  /(?:股份有限公司|有限责任公司|有限公司|有限合伙|普通合伙|合伙企业|分公司|子公司|集团|公司|企业|个体工商户|个人独资|专业合作社|合作社)/gu;
/** What says nothing of a trade: 纺织科技, 服饰实业. */
const general =
  /(?:科技|实业|发展|投资|控股|产业|工业|高新技术|技术|制造|生产|加工|总厂|分厂|厂|中心|店|业|部|坊|行|园|工贸|股份|国际|中国|现代|智能|工作室|车间|基地)+$/u;

/** The name without the form of the company and what follows the trade, so that the trade stands at its end. */
export function bareName(name: string): string {
  let bare = plainText(name)
    .replace(/、[^、]*(?:合伙|分公司|个体)[^、]*、?/gu, '')
    .replace(form, '')
    .replace(/、+/gu, '');
  for (let next = bare.replace(general, ''); next !== bare && next.length >= 2; next = bare.replace(general, '')) {
    bare = next;
  }
  return bare;
}
