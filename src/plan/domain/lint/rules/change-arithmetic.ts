import type { LintContext } from '../context.ts';
import type { Finding } from '../model.ts';
import { findingIn } from '../report.ts';
import type { Rule } from '../rule.ts';
import { halfStep, plain, quote } from '../text/words.ts';

const id = 'change-arithmetic';

const UNIT = '个百分点|百分点|亿元|万元|元|%|家|户|个|项|人|场|件|台|吨|万吨|公里|平方米';
const CHANGE = new RegExp(
  `(?:由|从)[^，。；、（）]{0,14}?(\\d+(?:\\.\\d+)?)(${UNIT})?(?:左右)?(增加|增长|提高|提升|上升|扩大|下降|降低|减少|压缩|缩短)(?:到|至|为)(\\d+(?:\\.\\d+)?)(${UNIT})` +
    `[^。；]{0,6}?，(?:净|共|累计|平均)?(增加|增长|提高|提升|上升|下降|降低|减少|压缩|缩短|增|减)(?:了)?(\\d+(?:\\.\\d+)?)(${UNIT})`,
  'g',
);

/** “由A提高到B，提高C”: the three figures of one sentence. */
export const changeArithmetic: Rule = {
  id,
  severity: 'error',
  title: '由多少到多少、增减多少',
  check: (context) =>
    context.text.sentences.flatMap((s) =>
      [...context.text.text.slice(s.start, s.end).matchAll(CHANGE)].flatMap((m) => check(context, s.start, m)),
    ),
};

function check(context: LintContext, start: number, m: RegExpExecArray): Finding[] {
  const [words, a, unitA, , b, unitB, verb, c, unitC] = m;
  if ((unitA ?? unitB) !== unitB) return [];
  const [from, to, change] = [Number(a), Number(b), Number(c)];
  const down = /下降|降低|减少|压缩|缩短/.test(verb!);
  const difference = (to - from) * (down ? -1 : 1);
  const relative = unitC === '%' && unitB !== '%';
  if (!relative && !(unitC === unitB || (unitB === '%' && /百分点$/.test(unitC!)))) return [];
  const real = relative ? (difference / from) * 100 : difference;
  const slack = relative ? 100 / from : halfStep(a!) + halfStep(b!);
  if (Math.abs(real - change) <= halfStep(c!) + slack * 0.5 + 1e-9) return [];
  const arithmetic = relative
    ? `(${b}-${a})÷${a}=${plain(Number(real.toFixed(1)))}%≠${c}%`
    : `${down ? `${a}-${b}` : `${b}-${a}`}=${plain(Number(real.toFixed(4)))}≠${c}`;
  return [
    findingIn(
      context,
      id,
      { start: start + m.index, end: start + m.index + words.length },
      {
        severity: 'error',
        message: `${quote(words, 60)}：从${a}到${b}${down ? '减少' : '增加'}的是${plain(Number(real.toFixed(1)))}${relative ? '%' : unitC}，写的是${c}${unitC}。请核对三个数。`,
        arithmetic,
      },
    ),
  ];
}
