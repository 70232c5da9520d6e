import type { Fact, FactTable } from '../../domain/check/facts.ts';
import type { AnswerFault } from '../../domain/entitlement/answer.ts';
import type { Audience } from '../../domain/entitlement/audience.ts';
import type { ClauseStanding } from '../../domain/entitlement/entitlement.ts';
import { factText, figureText } from '../../domain/fact-text.ts';

export const audienceNames: Readonly<Record<Audience, string>> = { firm: '企业或单位', person: '个人或家庭' };

/** What a fact is asked with. */
export function questionOf(fact: Fact): string {
  switch (fact.type) {
    case 'flag':
      return `${fact.name}？`;
    case 'choice':
      return `${fact.name}是哪一个？`;
    case 'number':
      if (fact.written === '年' && fact.high > 1000) return `${fact.name}？`;
      return fact.written === '' ? `${fact.name}是哪一天？` : `${fact.name}是多少？`;
  }
}

export function faultText({ code, limit }: AnswerFault): string {
  switch (code) {
    case 'answer-empty':
      return '还没有填。不知道的话，点“不知道，跳过”。';
    case 'answer-not-a-number':
      return `这不是一个数。请只写数字${limit === '' ? '' : `，单位是${limit}`}，如 1,234.5。`;
    case 'answer-decimals':
      return `小数太多，最多 ${limit} 位。请核对单位，或者四舍五入。`;
    case 'answer-range':
      return `这个数不在 ${limit} 之间。请核对单位和数值。`;
    case 'answer-not-a-day':
      return '这个日期不存在。请写成 2025-03-10 这样的日期。';
  }
}

export const namesOf = (ids: readonly string[], facts: FactTable): readonly string[] =>
  ids.map((id) => {
    const number = facts.numberOf(id);
    return number === undefined ? id : facts.at(number).name;
  });

type Change = NonNullable<ClauseStanding['path']>['changes'][number];

/** One step of the way: `营业收入：现在 4,900 万元，要至少 5,000 万元，还差 100 万元`. */
export function changeText({ fact: id, now, needs, limit }: Change, facts: FactTable): string {
  const number = facts.numberOf(id);
  if (number === undefined) return id;
  const fact = facts.at(number);
  if (fact.type === 'flag') return needs === 1 ? `要有：${fact.name}` : `不能有：${fact.name}`;
  const wanted = factText(fact, needs);
  if (fact.type === 'choice' || (fact.written === '年' && fact.high > 1000)) return `${fact.name}：要是 ${wanted}`;
  const most = limit === 'most' ? '最多' : limit === 'least' ? '至少' : '正好';
  if (now === null || fact.written === '') return `${fact.name}：要${most} ${wanted}`;
  const gap = figureText(Math.abs(needs - now), fact.scale);
  const short = limit === 'most' ? '超出' : '还差';
  const unit = fact.written === '%' ? '个百分点' : ` ${fact.written}`;
  return `${fact.name}：现在 ${factText(fact, now)}，要${most} ${wanted}，${short} ${gap}${unit}`;
}
