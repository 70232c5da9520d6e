/**
 * Words that people make passwords of. A password counts as common when nothing but digits, signs and years stands around
 * one of them (`Password@2025`), or when it is a walk over the keyboard or along the alphabet.
 */
const words: ReadonlySet<string> = new Set(
  `password passwd passwort passw pass admin administrator root system sysadmin superuser manager user guest test tester
testing demo temp default public private secret login welcome hello qwerty qwertyuiop asdf asdfgh asdfghjkl zxcv zxcvbn
zxcvbnm iloveyou love lovely woaini wodemima mima nihao dragon monkey master shadow sunshine princess football baseball
superman batman michael jordan jennifer computer internet server database oracle mysql postgres microsoft windows office
china zhongguo beijing shanghai guangdong jiangxi hunan nanchang changsha yichun linjiang zhengfu jiguan danwei gongxin
gongxinju fagaiwei caizheng caizhengju tongji lianban lianzhang changye chanye chanyelian fangzhi jingwei abc abcd abcde
abcdef abcdefg aa aaa qq qaz qazwsx qwe qweasd qweasdzxc asd zxc wsx edc rfv tgb yhn ujm change changeme letmein access
trustno hunter killer george andrew charlie summer winter spring autumn january february monday friday october december
huawei alibaba taobao tencent weixin wechat baidu money lucky happy family freedom forever flower cheese ginger pepper
xiaoming zhangsan lisi wangwu`.split(/\s+/),
);

const walks: readonly string[] = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'zyxwvutsrqponmlkjihgfedcba',
  'qwertyuiopasdfghjklzxcvbnm',
  'poiuytrewqlkjhgfdsamnbvcxz',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '147258369',
  '159357',
];
/** Share of a password that one walk may make up. */
const mostWalked = 0.6;

export const isCommon = (password: string): boolean => {
  const cores = coresOf(password);
  return cores.some((core) => words.has(core) || words.has(undoubled(core))) || isWalk(password.toLowerCase());
};

const swapped: Readonly<Record<string, string>> = {
  '@': 'a',
  '0': 'o',
  '1': 'l',
  '3': 'e',
  $: 's',
  '5': 's',
  '!': 'i',
};

/**
 * The letters of a password with usual swaps undone, without what stands before and after: `P@ssw0rd!99` → password. A
 * sign at the end may be a swap or mere decoration, so that there are two ways to read it.
 */
export function coresOf(password: string): readonly string[] {
  const folded = password.normalize('NFKC').toLowerCase();
  const ends = [/^[^\p{L}]+|[^\p{L}]+$/gu, /^[^\p{L}@$]+|[^\p{L}@$]+$/gu];
  return ends.map((end) =>
    [...folded.replace(end, '')]
      .map((sign) => swapped[sign] ?? sign)
      .join('')
      .replace(/[^\p{L}]+/gu, ''),
  );
}

/** `adminadmin` → admin. */
function undoubled(text: string): string {
  for (let length = 1; length <= text.length / 2; length++)
    if (text.length % length === 0 && text.slice(0, length).repeat(text.length / length) === text)
      return text.slice(0, length);
  return text;
}

function isWalk(text: string): boolean {
  const plain = text.replace(/[^a-z0-9]/g, '');
  return plain.length > 0 && walks.some((walk) => longestShared(plain, walk) >= Math.max(6, plain.length * mostWalked));
}

/** Length of the longest piece that stands in both. */
function longestShared(text: string, walk: string): number {
  let longest = 0;
  for (let start = 0; start < text.length; start++)
    while (start + longest < text.length && walk.includes(text.slice(start, start + longest + 1))) longest++;
  return longest;
}
