import type { LineProblem } from './model.ts';

/** What has to be settled, in a sentence: what is the matter, what to do. */
export function problemWords(problem: LineProblem): string {
  switch (problem.code) {
    case 'indicator-open':
      return '不能确定是哪个指标。请选一个，或者新建。';
    case 'place-open':
      return problem.given === ''
        ? '方案没有归属地区。请选地区。'
        : `范围“${problem.given}”不在名录里。请选地区和产业链。`;
    case 'year-open':
      return '没有写年份。请填年份。';
    case 'base-open':
      return '年均增长没有写从哪一年算起。请填基期。';
    case 'unit-unlike':
      return `“${problem.given}”不能换算成指标的单位“${problem.limit}”。请换一个指标，或者新建。`;
    case 'inexact':
      return `“${problem.given}”换算成“${problem.limit}”除不尽，存不下全部小数。请更正数值。`;
    case 'too-great':
      return `“${problem.given}”换算成“${problem.limit}”太大，存不下。请核对数值和单位。`;
    case 'range-reversed':
      return `区间从 ${problem.given} 到 ${problem.limit}，下限大于上限。请更正。`;
    case 'growth-unit':
      return `增长“${problem.given}”不是百分数。请更正，或者不载入。`;
    case 'conflict':
      return `这一行是 ${problem.given}，另一行说的是 ${problem.limit}。请更正一行，或者把一行设为不载入。`;
    case 'finding':
      return problem.given;
  }
}
