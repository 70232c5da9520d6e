import type { Section } from '../outline/outline.ts';

/** What a name of a place or chain can stand behind: the start, a stop, a time word, or a word of form. */
const EDGE = '(?:^|[，、。；：年月底前末]|推动|支持|鼓励|指导|组织|确保|力争|其中|在|对|由|于|使|和|及|与|到)';
const COMMON = /全省|全市|全区|全县|全州|全国|全镇|我省|我市|我区|我县|全行业/;
const NAMED = new RegExp(
  `${EDGE}(?!组织|推动|支持|鼓励|指导|有关|各|重点|全力|加快|每|所有|其他|新增|引进|培育|打造|形成|实现)([\\u4e00-\\u9fff]{2,4}?(?:自治州|开发区|高新区|经开区|新区|省|市|区|县|镇))(?<!上市|城市|超市|集市)(?![域间块位级别分场政委直属属])`,
);
const CHAIN = new RegExp(
  `${EDGE}(?:全省|全市|全区|全县)?([\\u4e00-\\u9fffA-Za-z0-9（）“”+]{2,14}?(?:产业链|产业集群))(?!链长|现代化|供应链|招商|上下游|关键|协同)`,
);

/**
 * Region and chain that the number is said of, in the words of the text: from its own sentence, else from the heading it
 * stands under (“8.纺织鞋服产业链”), else from the opening of the paragraph (“现代针纺产业链：…”), else from the title.
 */
export function scopeOf(sentence: string, opening: string, section: Section, docChain: string | null): string | null {
  const region = COMMON.exec(sentence)?.[0] ?? NAMED.exec(sentence)?.[1] ?? null;
  const chain = CHAIN.exec(sentence)?.[1] ?? CHAIN.exec(opening.slice(0, 24))?.[1] ?? chainOf(section) ?? docChain;
  if (!region || !chain) return chain ?? region;
  return chain.includes(region) ? chain : `${region}${chain}`;
}

/** 推动全市现代纺织产业…: the doing is no part of the chain. */
const VERBS =
  /^(?:全力|大力|加快|深度|推动|促进|推进|支持|做大做强|做大|做强|做优|培育|壮大|发展|振兴|提升|打造|引进|优化|构建|调整)+/;

function chainOf(section: Section): string | null {
  for (let s: Section | null = section; s && s.kind !== 'root'; s = s.parent) {
    const m = /^([\u4e00-\u9fffA-Za-z0-9（）+]{2,16}?(?:产业链|产业集群|产业))/.exec(s.title.replace(VERBS, ''));
    if (m) return m[1]!;
  }
  return null;
}

const TITLE_WORDS =
  /关于|进一步|推动|促进|推进|加快|支持|做大|做强|培育|壮大|发展|振兴|提升|打造|贯彻落实|印发|全省|全市|全区|全县|[省市区县](?=[\u4e00-\u9fff]{2,10}产业)/;

/** The chain or industry that a whole document is about: “关于进一步推动现代针纺产业…方案” gives 现代针纺产业. */
export function chainOfTitle(title: string): string | null {
  for (const part of title.split(TITLE_WORDS)) {
    const m = /^[\u4e00-\u9fffA-Za-z（）“”]{2,12}?产业(?:链|集群)?/.exec(part);
    if (m) return m[0];
  }
  return null;
}
