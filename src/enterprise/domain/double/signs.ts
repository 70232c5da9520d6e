import { readings } from './readings.ts';
import { pairs } from './traditional.ts';

const simpleOf = new Map<string, string>();
{
  const signs = [...pairs.replaceAll('\n', '')];
  for (let at = 0; at + 1 < signs.length; at += 2) simpleOf.set(signs[at] ?? '', signs[at + 1] ?? '');
}

const readingOf = new Map<string, string>();
for (const group of readings.replaceAll('\n', '').split(';')) {
  const [reading = '', characters = ''] = group.split(' ');
  for (const sign of characters) readingOf.set(sign, heard(reading));
}

/** What many speakers do not tell apart: front and back nasals, flat and curled tongue. */
function heard(reading: string): string {
  return reading.replace(/^([zcs])h/u, '$1').replace(/([aei])ng$/u, '$1n');
}

/** Characters that are taken for each other when they are read off paper; the usual reading of each says nothing here. */
const shapes = [
  ...['未末', '己已巳', '土士', '大太犬', '天夫', '日曰目', '人入八', '干千于', '木本术', '王玉主', '今令', '晨震'],
  ...['兴举', '盛晟', '恒桓', '坤绅', '申由甲田', '午牛', '元无', '刀力', '广厂', '户卢', '乌鸟', '贝见', '云去'],
  ...['方万', '北比', '东乐', '史吏', '白自百', '冶治', '洁浩', '沪泸', '汇江', '泽择', '渐浙', '清请情', '精睛'],
  ...['荣宋', '茂芪', '莱菜', '莆蒲', '崇祟', '祥详', '裕袷', '福副', '壮状', '狼狠', '银根', '铜钢', '锦绵', '纶伦'],
  ...['维唯', '综棕', '织职积', '纺仿', '缎锻', '线钱', '绣锈', '丝幺', '服报', '饰饬', '衣农', '布市', '装裴'],
  ...['达迖', '远运', '通涌', '逸免', '建健', '延廷', '新斯', '鑫品', '森林', '晶品', '磊品', '昌冒', '旺汪', '明朋'],
  ...['丰车', '华毕', '众从', '伟伍', '佳住', '信倍', '俊浚', '保堡', '创仓', '利刹', '凯觊', '力刀', '卓草', '博傅'],
  ...['厦夏', '友反', '同问', '君吉', '合台', '吉古', '启后', '和知', '尚向', '巨臣', '左在', '宁宇', '宏安', '宝室'],
  ...['富宫', '川州', '帆帅', '康唐', '廷延', '弘引', '德得', '志忘', '恩思', '惠恵', '成戌', '拓托', '振抓', '捷健'],
  ...['文丈', '星昱', '春舂', '晟最', '智暂', '杰木', '来末', '枫风', '桥娇', '正止', '水永', '永求', '浦蒲', '海悔'],
  ...['源原', '润闰', '灵炙', '炬矩', '瑞端', '环坏', '珠株', '生主', '瑕瑜', '益盖', '科料', '秀香', '立位', '竹行'],
  ...['粤奥', '美羡', '耀辉', '联朕', '艺芝', '良艮', '赛寨', '越赵', '跃沃', '载栽', '达边', '迅讯', '金全', '钧钩'],
  ...['长张', '闽闵', '隆降', '雅稚', '雷霄', '顺须', '颖颍', '飞气', '驰弛', '骏俊', '鹏朋', '鸿鸣', '麒鳞', '龙尤'],
];
const shapesOf = new Map<string, Set<string>>();
for (const group of shapes)
  for (const sign of group) shapesOf.set(sign, new Set([...(shapesOf.get(sign) ?? []), ...group]));

/** Whether one character may stand for another by ear or by eye. */
export function confusable(a: string, b: string): boolean {
  if (a === b) return true;
  const reading = readingOf.get(a);
  return (reading !== undefined && reading === readingOf.get(b)) || shapesOf.get(a)?.has(b) === true;
}

/** How a text sounds: one mark for all characters that are read alike. */
export const soundOf = (text: string): string => Array.from(text, (sign) => readingOf.get(sign) ?? sign).join(' ');

/** Half width, small letters, simplified characters, one kind of brackets; nothing else is taken away. */
export const unified = (text: string): string => {
  const folded = text.normalize('NFKC').toLowerCase();
  let out = '';
  for (const sign of folded) out += simpleOf.get(sign) ?? bracketOf[sign] ?? sign;
  return out;
};
const bracketOf: Readonly<Record<string, string>> = {
  '〔': '(',
  '[': '(',
  '【': '(',
  '{': '(',
  '<': '(',
  '《': '(',
  '〕': ')',
  ']': ')',
  '】': ')',
  '}': ')',
  '>': ')',
  '》': ')',
};

const digitOf: Readonly<Record<string, number>> = {
  ...{ 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
  ...{ 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9 },
};

/** A numeral in Chinese characters or digits as digits; up to 999 where it is spoken, any length where it is spelled out. */
export function numeral(text: string): string {
  if (/^\d+$/u.test(text)) return String(BigInt(text));
  if (!/[十百拾佰]/u.test(text)) return Array.from(text, (sign) => digitOf[sign] ?? sign).join('');
  let [sum, last] = [0, 0];
  for (const sign of text) {
    if (sign === '百' || sign === '佰') [sum, last] = [sum + (last || 1) * 100, 0];
    else if (sign === '十' || sign === '拾') [sum, last] = [sum + (last || 1) * 10, 0];
    else last = digitOf[sign] ?? 0;
  }
  return String(sum + last);
}
export const numeralSigns = '零〇一二两三四五六七八九十百壹贰叁肆伍陆柒捌玖拾佰\\d';
