/** Texts of projects in one spelling, so that what people write differently comes out alike. */

const chineseDigits = '零一二三四五六七八九';

/** Full width to half width, small letters, without blanks and punctuation. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]/gu, '')
    .replace(/(?<!\d)\.|\.(?!\d)/gu, '');

const legalForms =
  /股份有限责任公司|有限责任公司|股份有限公司|集团有限公司|有限公司|集团公司|集团|控股|公司|股份|总厂/gu;
/** Words before which a place is named: 临江市芦洲区, 江南省. */
const places = /^(?:[\p{Script=Han}]{2,4}?(?:省|自治区|市|自治州|地区|区|县))+/u;

/** What is left of an enterprise's name without place and legal form. */
export function enterpriseCore(name: string): string {
  const all = plain(name);
  const short = all.replace(legalForms, '');
  const bare = short.replace(places, '');
  return bare.length >= 2 ? bare : short.length >= 2 ? short : all;
}

const emptyWords = /建设项目|建设工程|投资项目|产业化|项目|工程|建设|新建|扩建|年产/gu;

/** What is left of a project's name without words that every project has. */
export function nameCore(name: string, enterprise: string): string {
  const all = plain(name).replace(legalForms, '');
  const core = enterpriseCore(enterprise);
  const without = (core.length >= 2 ? all.replaceAll(core, '') : all).replace(places, '').replace(emptyWords, '');
  return without.length >= 2 ? without : all;
}

/** Which phase a name speaks of: `二期` is 2; null: it does not say. */
export function phaseOf(name: string): number | null {
  const found = /第?([一二三四五六七八九1-9])期/u.exec(name.normalize('NFKC'));
  if (found === null) return null;
  const digit = found[1] ?? '';
  return /\d/u.test(digit) ? Number(digit) : chineseDigits.indexOf(digit);
}

/** Amounts that a text speaks of, `10万吨`: what is as large and of the same kind. */
export function amountsOf(text: string): ReadonlySet<string> {
  const found = text
    .normalize('NFKC')
    .matchAll(/(\d+(?:\.\d+)?)(万|亿|千|百)?(吨|米|套|件|台|锭|平方米|㎡|m2|亩|条|只|打|千克|公斤|mw|kw|gwh|兆瓦)/giu);
  return new Set(
    [...found].map(([, number, scale = '', unit = '']) => `${Number(number)}${scale}${unit.toLowerCase()}`),
  );
}

/** Pairs of neighbouring signs with how often they occur. */
export function bigramsOf(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const signs = [...text];
  if (signs.length === 1) found.set(text, 1);
  for (let at = 0; at + 1 < signs.length; at++) {
    const pair = `${signs[at]}${signs[at + 1]}`;
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}
