import type { Section } from '../outline/outline.ts';

const REGION =
  /(全省|全市|全区|全县|全州|全国|全镇|我省|我市|我区|我县|[\u4e00-\u9fff]{2,6}(?:省|市|区|县|自治州|开发区|高新区|经开区|新区)(?!域|间|块|位|级|别|分|场|政))/;
const CHAIN = /([\u4e00-\u9fffA-Za-z0-9（）+]{2,16}?产业链|[\u4e00-\u9fff（）]{2,12}?产业集群)/;

/**
 * Region and chain that the number is said of, in the words of the text: from its own sentence, else from the heading it
 * stands under (“8.纺织鞋服产业链”), else from the paragraph's opening (“现代针纺产业链：…”).
 */
export function scopeOf(sentence: string, opening: string, section: Section, docChain: string | null): string | null {
  const region = REGION.exec(sentence)?.[1] ?? null;
  const chain = chainIn(sentence) ?? chainIn(opening.slice(0, 24)) ?? chainOf(section) ?? docChain;
  if (region && chain) return chain.includes(region) ? chain : `${region}${chain}`;
  return chain ?? region;
}

function chainIn(text: string): string | null {
  const m = CHAIN.exec(text);
  if (!m) return null;
  const word = m[1]!.replace(/^.*?(?:的|到|年|，|、|成|造|展|进|强|大|优|于|各|条|重点|全省|全市|全区)/, '');
  return word.length >= 5 ? word : null;
}

function chainOf(section: Section): string | null {
  for (let s: Section | null = section; s && s.kind !== 'root'; s = s.parent) {
    const m = /^([\u4e00-\u9fffA-Za-z0-9（）+]{2,16}?(?:产业链|产业集群|产业))/.exec(s.title);
    if (m) return m[1]!;
  }
  return null;
}
