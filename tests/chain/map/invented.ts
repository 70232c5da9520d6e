import type { Placeable } from '../../../src/chain/domain/index.ts';
import { strangers, type Trade, trades } from './phrases.ts';

export interface Labelled {
  readonly enterprise: Placeable;
  /** Null: of no node. */
  readonly node: string | null;
}

/** The same numbers for the same seed. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const firms = [
  '华锦',
  '永泰',
  '恒盛',
  '锦程',
  '鑫源',
  '安达',
  '瑞丰',
  '金麒',
  '德润',
  '佳宁',
  '富昌',
  '兴隆',
  '嘉和',
  '远大',
  '明辉',
  '卓越',
];
const forms = [
  '有限公司',
  '有限责任公司',
  '股份有限公司',
  '有限公司',
  '厂',
  '（临江）有限公司',
  '科技有限公司',
  '实业有限公司',
  '集团有限公司',
];
/** What stands on many licences, whatever the trade. */
const usual = [
  '货物进出口',
  '技术进出口',
  '国内贸易代理',
  '技术服务、技术开发、技术咨询、技术交流、技术转让、技术推广',
  '非居住房地产租赁',
  '机械设备租赁',
  '日用百货销售',
  '服装服饰零售',
  '针纺织品销售',
  '互联网销售（除销售需要许可的商品）',
  '普通货物仓储服务（不含危险化学品等需许可审批的项目）',
  '信息咨询服务（不含许可类信息咨询服务）',
  '劳动保护用品销售',
  '包装服务',
];

/** Phrases of one half: 0 to work on, 1 to judge by. */
const half = (phrases: readonly string[], which: 0 | 1): readonly string[] => {
  const held = phrases.filter((_each, at) => at % 2 === which);
  return held.length > 0 ? held : phrases;
};

/** `count` enterprises of every trade, from one half of its phrases, with what real entries lack or have wrong. */
export function invented(which: 0 | 1, count: number, seed: number): Labelled[] {
  const next = random(seed);
  const one = <T>(items: readonly T[], none: T): T => items[Math.floor(next() * items.length)] ?? none;
  const some = (items: readonly string[], most: number): string[] => {
    const wanted = 1 + Math.floor(next() * most);
    return [...new Set(Array.from({ length: wanted }, () => one(items, '')))];
  };
  const make = (trade: Trade): Labelled => {
    const products = next() < 0.12 ? [] : some(half(trade.products, which), 3);
    const own = next() < 0.15 ? [] : some(half(trade.scope, which), 2);
    const more = next() < 0.5 ? some(usual, 4) : [];
    const plain = next() < 0.15;
    const name = `临江${one(firms, '')}${plain && products.length > 0 ? '实业' : one(half(trade.names, which), '')}${one(forms, '')}`;
    const kind = next();
    const code = one(trade.codes, '');
    const wrong = one(one(trades, trade).codes, '');
    const industry =
      kind < 0.12 ? null : kind < 0.2 && products.length > 0 ? wrong : kind < 0.3 ? code.slice(0, 2) : code;
    const scope = `${next() < 0.3 ? '一般项目：' : ''}${[...own, ...more].join('；')}${next() < 0.4 ? '（依法须经批准的项目，经相关部门批准后方可开展经营活动）' : ''}`;
    return {
      enterprise: { name, industry: industry === '' ? null : industry, products, scope },
      node: trade.node === '' ? null : trade.node,
    };
  };
  return [...trades, ...strangers].flatMap((trade) => Array.from({ length: count }, () => make(trade)));
}
