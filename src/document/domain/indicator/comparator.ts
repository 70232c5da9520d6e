import type { Comparator } from '../model.ts';
import type { Quantity } from '../number/quantity.ts';

const AT_LEAST = /(?:不少于|不低于|不得少于|不得低于|至少|不小于|不弱于|最低|达到或超过)(?:全国|全省)?$/;
const MORE = /(?:突破|超过|超出|超|高于|大于|多于|跨越|跨过|站上|过|逾)(?:了)?$/;
const AT_MOST = /(?:不超过|不超出|不高于|不大于|不得超过|不得高于|不多于|控制在|压缩到|低于|少于|小于|最高|最多)$/;
const ABOUT = /(?:大约|约|约为|近|接近)$/;

/**
 * The comparator that belongs to the number itself: “3家以上” is `>=`, “超亿元企业42家” is `=` because 超 belongs to the name.
 * `before` is the segment up to the number, `after` the text behind its unit.
 */
export function comparatorOf(q: Quantity, before: string, after: string): Comparator {
  if (q.value2 !== null) return 'range';
  if (q.idiom === 'first') return '>=';
  if (q.idiom && q.idiom !== 'fraction') return '=';
  if (/^(?:（含）)?(?:及以上|以上|或以上|及其以上)/.test(after)) return '>=';
  if (/^(?:左右|上下)/.test(after)) return '~';
  if (/^(?:以内|以下|之内|及以下|内)/.test(after)) return '<=';
  if (AT_LEAST.test(before)) return '>=';
  if (AT_MOST.test(before)) return '<=';
  if (MORE.test(before)) return '>';
  if (q.more) return '>';
  if (ABOUT.test(before)) return '~';
  if (/(?:至少|不少于|不低于)[^，、；\d]{0,10}$/.test(before)) return '>=';
  return '=';
}

/** The stretch from the comparator words before the number to those behind it. */
export const COMPARATOR_TAIL =
  /(?:不少于|不低于|不得少于|不得低于|至少|不超过|不高于|控制在|突破|超过|超|达到|达|实现|完成|保持在|稳定在|维持在|提高到|提升到|提高至|提升至|增长到|增加到|降低到|下降到|降至|降到|增至|升至|为|约|近|力争|争取|均|分别|以上|累计)+$/;
