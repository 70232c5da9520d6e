import type { Span } from '../../../kernel/index.ts';
import type { Reading } from '../reading.ts';

const PAYS =
  /给予|发放[^。，]{0,14}券|奖励|补助|补贴|资助|奖补|贴息|后补助|兑付|消费券|面值|列支|全额|资金支持|经费支持|支持金额|等额|券(?:”)?，|津贴|抵扣|领取[^。]{0,12}券|配套(?:奖励|支持|资金|补助|给予|\d)|予以配套|比例.{0,6}配套|扶持资金|财政.{0,12}(?:承担|支付)|券，|标准支付|包干|定额|支持。|支持，|专项资金|支持经费|资助经费|补偿|返还比例/;
const SUM = /\d[\d.,]*(?:余)?(?:万|亿|千|百)?元|[\d.]+[%‰]|全额|一半|\d[:：∶]\d/;
/** Money that is a target or a pot, not an award. */
const TARGET =
  /(?:力争|确保|争取|累计|全年|每年|年内|到20\d\d年)[^。；]{0,30}(?:发放|兑现|落实|投放|争取|安排|设立|撬动|完成|引进)[^。；]{0,24}(?:贷款|投资|基金)|(?:规模|基金规模|总规模|首期规模)(?:不低于|达到?|为)?\d/;
const PAST =
  /近年来|截至|20\d\d年[^。]{0,14}(?:共|累计)(?:兑付|兑现|发放|拨付|落实)|已(?:累计)?(?:发放|兑现|落实|拨付|安排)|去年|上年(?:累计)?(?:发放|兑现)/;

/** Is this a sentence that promises money for somebody, with a number? */
export function isSupport(r: Reading, _paragraph: number, sentence: Span): boolean {
  const words = r.text.slice(sentence.start, sentence.end);
  if (!SUM.test(words) || !PAYS.test(words)) {
    // A cap of its own sentence: “单个项目最高500万元。”
    return /^(?:以上|上述|同一|单个|单户|单家|每家|每户|每个|年度|原则上|其中|累计|补助|奖励|每.{1,6}最高)[^。]{0,40}(?:最高|不超过|上限)[^。]{0,12}元/.test(
      words,
    );
  }
  if (PAST.test(words) && !/对.{2,60}给予/.test(words)) return false;
  if (TARGET.test(words) && !/对.{2,60}(?:给予|奖励|补)/.test(words)) return false;
  return true;
}
