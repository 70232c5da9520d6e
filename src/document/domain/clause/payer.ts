/** One level or several: 受益财政, 市级财政, 市、县（区）财政, 市财政和临江高新区财政. */
const ONE =
  '(?:各级)?(?:受益地?|同级|属地|所在地?|本级|中央|省|市|区|县|州（市）|县（区）|县（市、区）|县（市）|旗县|[\\u4e00-\\u9fff]{2,6}(?:区|县|市))(?:本级|级|受益|县（区）|县（市、区）|县（市）)?';
const LIST = `(?:${ONE}(?:财政)?(?:和|、|与|及))*${ONE}(?:两级|三级|各级)?财政(?:部门)?`;
const VERB =
  '原则上|分别|给予|按|再|各|安排|承担|予以|一次性|参照|统筹|在|奖励|补助|补贴|每年|配套|全额|共同|负担|另|择优|对|每|奖|补|不予|等额';
/** 由甲财政和乙资金分别给予…: anything up to the verb that ends like a purse. */
const BY = new RegExp(`由([^，。；：由]{1,28}?(?:财政(?:部门)?|资金|公益金|基金))(?=${VERB}|，)`);
const DIRECT = new RegExp(`(?:^|，|。|；|：|等)(${LIST})(?=${VERB})`);
/** 市级分别一次性奖励, 省级工业发展专项资金给予: a level of government or its fund, without the word 财政. */
const LEVEL =
  /(?:^|，|。|；|：)((?:中央|国家|省|市|区|县|旗)级?(?:财政)?(?:[\u4e00-\u9fff]{2,14}?资金)|(?:省|市|区|县|旗)级|管委会)(?=分别|给予|按(?!规定|程序|要求|上级)|再|一次性|奖励|补助|予以|安排)/;
const GENERAL =
  /(?:资金|费用|经费|奖补|补助|补贴)[^。；]{0,14}?由([^，。；：由]{1,28}?(?:财政(?:部门)?|资金|公益金|基金))[^。；]{0,24}?(?:分担|承担|负担|安排|列支|解决|保障|兑现)/;
const FROM_FUND = /从([\u4e00-\u9fff“”]{2,16}?(?:资金|经费|基金))(?:中)?(?:列支|安排|支付|解决)/;

/** A sentence of its own: “从市产业发展专项资金中列支。” */
const FROM_FUND_ALL =
  /。[^。，\d]{0,12}从([\u4e00-\u9fff“”]{2,16}?(?:资金|经费|基金))(?:中)?(?:统一)?(?:列支|安排|支付|解决)。?/;

/** Who pays, in the words of the text; `part` is folded. Null when it does not say. */
export function payerOf(part: string): string | null {
  const fund = FROM_FUND.exec(part);
  if (fund) return fund[1]!;
  return BY.exec(part)?.[1] ?? DIRECT.exec(part)?.[1] ?? LEVEL.exec(part)?.[1] ?? null;
}

/** A sentence that says who pays for everything in the item: “奖励资金由各级受益财政分担”. */
export function generalPayer(text: string): string | null {
  const m = GENERAL.exec(text) ?? FROM_FUND_ALL.exec(text);
  return m ? m[1]! : null;
}

/** 由甲和乙分别给予…: the payers one by one. */
export function payersInTurn(before: string): string[] {
  const m = new RegExp(`(?:由)?(${LIST})(?:分别|各)[^，；]*$`).exec(before);
  if (!m) return [];
  const list = trim(m[1]!).replace(/两级|三级/, '');
  const tail = /级财政$/.test(list) ? '级财政' : '财政';
  const parts = list.split(/、(?![^（]*）)|和|与/).filter(Boolean);
  if (parts.length < 2) return [];
  return parts.map((p) =>
    /财政$/.test(p)
      ? p
      : /级$/.test(p)
        ? `${p}财政`
        : `${p}${tail === '级财政' && !/[）]$/.test(p) ? '级财政' : '财政'}`,
  );
}

const MATCHED = new RegExp(`(${LIST})(?:再)?(?:给予|按|进行|予以)?等额(?:再)?(?:奖励|配套|补助|支持)`);

/** “市财政再等额奖励”: who adds the same again. */
export function matcherOf(sentence: string): string | null {
  const m = MATCHED.exec(sentence);
  return m ? trim(m[1]!) : null;
}

const trim = (s: string): string => s.replace(/^(?:由|从|，|再由|另由)/, '').replace(/^(?:的|，)/, '');
