/** What is done with a thing: made, sold, or something else. */
export interface Deeds {
  readonly makes: boolean;
  readonly sells: boolean;
  /** Where the thing itself begins and ends in the piece. */
  readonly from: number;
  readonly to: number;
}

const makeWords = [
  '生产加工',
  '加工制造',
  '生产',
  '制造',
  '加工',
  '制作',
  '代工',
  '贴牌',
  '定制',
  '研制',
  '自产自销',
  '来料加工',
  '代加工',
];
const sellWords = [
  ...[
    '网上销售',
    '互联网销售',
    '网络销售',
    '线上销售',
    '批发兼零售',
    '批发零售',
    '批零兼营',
    '销售代理',
    '进出口贸易',
    '国内贸易',
  ],
  ...[
    '销售',
    '批发',
    '零售',
    '经销',
    '代销',
    '购销',
    '贸易',
    '进出口',
    '出口',
    '进口',
    '买卖',
    '专卖',
    '收购',
    '零批',
    '经营',
  ],
];
const otherWords = [
  '研发',
  '开发',
  '技术研发',
  '技术服务',
  '服务',
  '租赁',
  '维修',
  '安装',
  '回收',
  '业务',
  '项目',
  '活动',
  '经营',
  '运营',
  '产品',
  '商品',
  '系列',
  '及配件',
  '及零配件',
  '及相关产品',
  '等',
];

const longestFirst = (a: string, b: string) => b.length - a.length;
const alternatives = (words: readonly string[]) => [...words].sort(longestFirst).join('|');
const joins = '(?:及其?|以及|和|与|兼|、|的|并)';
const any = alternatives([...makeWords, ...sellWords, ...otherWords]);
const tail = new RegExp(`(?:${joins}?(?:${any}))+$`, 'u');
/** 出口服装 and 贸易服装 are kinds of clothes; 经营 alone says nothing. */
const ahead = [...makeWords, ...sellWords, '研发', '开发'].filter(
  (word) => !/^(?:出口|进出口|贸易|来料加工|定制)/u.test(word),
);
const front = new RegExp(`^(?:(?:${alternatives(ahead)})${joins}?)+`, 'u');
const makes = new RegExp(alternatives(makeWords), 'u');
const sells = new RegExp(alternatives(sellWords), 'u');

/** The thing of a piece and what is done with it: `生产销售针织T恤` is made and sold, `纱线批发` is sold. */
export function deedsOf(text: string): Deeds {
  const before = front.exec(text)?.[0] ?? '';
  const rest = text.slice(before.length);
  const after = tail.exec(rest)?.[0] ?? '';
  const said = `${before} ${after}`;
  return {
    ...{ makes: makes.test(said), sells: sells.test(said) },
    ...{ from: before.length, to: text.length - after.length },
  };
}

/** Whether a name says that its owner deals in what others make. */
export const dealsByName = (name: string): boolean =>
  /贸易|商贸|经贸|外贸|进出口|销售|批发|经营部|商行|商店|专卖|门市/u.test(name);
