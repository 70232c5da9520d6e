import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { csvLine } from '../../platform/workbook/csv.ts';
import { innerCheck, outerCheck } from '../../src/kernel/index.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const signs = [
  ...'瑞华盛智远竹诚丰博韵和锦隆尚义雅天云联致恒霞松艺润源虹发飞昌晨彩鑫裕菊嘉岭信凯柏安宏海腾跃湖梅志兰正通达美旺新佳亿卓越泰康富强顺兴茂荣辉光启铭泽宇航森悦福禄祥吉益利众赢金银玉珍珠翠碧蓝青紫丹枫桥山川江河溪洋波涛星辰旭昊',
];
const trades = [
  '纺织',
  '服饰',
  '纱线',
  '印染',
  '制衣',
  '家纺',
  '针织',
  '面料',
  '无纺布',
  '机械',
  '食品',
  '电子',
  '新材料',
  '生物科技',
  '箱包',
  '五金',
];
const goods = ['棉纱', '涤纶面料', '针织衫', '羽绒服', '无纺布', '缝制设备', '拉链', '校服', '床上用品', '印花布'];
const forms = ['有限公司', '有限公司', '有限责任公司', '股份有限公司', '厂'];
const of = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

/** A code of a series that nobody gives out, with both check characters right. */
function code(region: string, serial: number): string {
  let [rest, tail] = [serial, ''];
  for (let at = 0; at < 5; at++) [tail, rest] = [(alphabet[rest % 31] ?? '0') + tail, Math.floor(rest / 31)];
  const body = `TE5${tail}`;
  const start = `91${region}${body}${innerCheck(body)}`;
  return start + outerCheck(start);
}

export const listHeading = [
  '统一社会信用代码',
  '企业名称',
  '法定代表人',
  '住所',
  '地区',
  '行业代码',
  '规模',
  '成立日期',
  '注册资本（万元）',
  '经营范围',
  '主要产品',
  '2024年营业收入（万元）',
  '2024年职工人数',
];

/** An invented enterprise of a list; the same for the same number. */
export function listed(at: number, counties: readonly string[]): (string | number)[] {
  const mix = Math.imul(at + 1, 2_654_435_761) >>> 0;
  const [one, two, three] = [of(signs, mix), of(signs, mix >>> 7), of(signs, mix >>> 14)];
  const [trade, good, county] = [of(trades, mix >>> 3), of(goods, mix >>> 11), of(counties, at)];
  return [
    ...[
      code(county, at),
      `测量${one}${two}${three}${trade}${of(forms, mix >>> 5)}`,
      `${of(['王', '李', '张', '刘', '陈'], mix >>> 9)}${two}${three}`,
    ],
    ...[
      `第${(at % 4) + 1}县${one}${two}路${1 + (mix % 900)}号`,
      county,
      of(['1711', '1751', '1810', '1821', '1722', '1830'], mix >>> 6),
    ],
    ...[
      of(['微型', '小型', '中型', '大型'], mix % 97 > 4 ? mix % 2 : 2 + (mix % 2)),
      `${2000 + (mix % 25)}-0${1 + (mix % 9)}-1${mix % 9}`,
    ],
    ...[50 + (mix % 5000), `${good}、${trade}的生产、加工、销售；货物进出口`, `${good}、${of(goods, mix >>> 4)}`],
    ...[((mix % 90_000) / 10).toFixed(1), 1 + (mix % 600)],
  ];
}

export async function writeList(path: string, count: number, counties: readonly string[]): Promise<void> {
  const stream = createWriteStream(path);
  stream.write(csvLine(listHeading));
  for (let at = 0; at < count; at += 1000) {
    let text = '';
    for (let n = at; n < Math.min(count, at + 1000); n++) text += csvLine(listed(n, counties));
    if (!stream.write(text)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
}
