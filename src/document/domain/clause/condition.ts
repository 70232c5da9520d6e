import { listNames } from '../indicator/distribution.ts';
import { readLabel } from '../outline/label.ts';

export interface Beneficiary {
  readonly subject: string | null;
  readonly condition: string | null;
}

const WHO =
  /((?:[\u4e00-\u9fff]{0,8})?(?:企业管理团队|管理团队|企业|单位|机构|平台|个人|运营主体|主体|合作社|服务商|园区|基地|项目|院校|团队|人才|车主|消费者|加氢站|县区|县（市、区）|县|镇|集群|创新平台|载体|组织|协会|农户|大户|博士|硕士|毕业生|车辆|航线|展会|活动|实验室|研究中心|中心|站))(?:，|的|$|、)/;

/**
 * Who gets it and what must hold, from the words before the award: “对A的B企业，给予…”. `index` picks the member of a list
 * when the group has several (国家级、省级、市级…).
 */
export function beneficiaryOf(before: string, count: number, index: number): Beneficiary {
  const phrase = conditionPhrase(before);
  if (!phrase) return { subject: null, condition: null };
  const condition = count > 1 ? (memberOf(phrase, count, index) ?? phrase) : phrase;
  const who = WHO.exec(phrase.replace(/分别.*$/, '')) ?? WHO.exec(`${phrase}的`);
  return {
    subject: who ? who[1]!.replace(/^.*?(?:的|对|等)(?=[^的对等]{2,}$)/, '') : null,
    condition: condition.slice(0, 120),
  };
}

/** What a short sentence leaves of its verb: 对参展企业给予最高. */
const PAYING_TAIL =
  /(?:给予|发放|奖励|补助|补贴|资助)+(?:每[^，]{1,4})?(?:最高|不超过|不少于|不低于)?$|(?:最高|不超过|不少于|不低于)$/;

/** The stretch behind the last 对 or 支持, up to the verb of paying. */
function conditionPhrase(before: string): string {
  const cut = before.replace(
    /(?:，)?(?:由[^，]*?财政)?(?:分别|各|再|可|一次性|原则上|按(?:照)?[^，]*|每[^，]{1,6}|最高|不超过|单[^，]{1,6}最高)*(?:给予|奖励|补助|补贴|资助|奖补|发放|支付|支持|配套)?[^，；。]{0,16}$/,
    '',
  );
  const source = cut.length >= 4 ? cut : before;
  const from = Math.max(source.lastIndexOf('；'), source.lastIndexOf('。'));
  const s = source.slice(from + 1);
  const at = s.search(/对(?!接|标|口|外|应|象|比|策|照)/);
  return (at >= 0 ? s.slice(at + 1) : s.slice(readLabel(s)?.length ?? 0))
    .replace(/^向(?=.*发放)/, '')
    .replace(PAYING_TAIL, '')
    .replace(/^[，、：]+|[，、：]+$/g, '')
    .replace(/的$/, '');
}

/** Member `index` of the list in the phrase, with the words the list shares. */
function memberOf(phrase: string, count: number, index: number): string | null {
  for (const m of phrase.matchAll(/([^，、和及]{1,40}(?:(?:、|和|及)[^，、和及]{1,40})+)/g)) {
    const names = listNames(m[1]!.replace(/(?:和|及)/g, '、'));
    if (names.length !== count) continue;
    const tail = /(?:级|类)$/.test(names[0]!) ? (/(?:级|类)(.*)$/.exec(names.at(-1)!)?.[1] ?? '') : '';
    const head = phrase.slice(0, m.index);
    return `${head}${names[index]}${names[index]!.endsWith(tail) ? '' : tail}`;
  }
  return null;
}
