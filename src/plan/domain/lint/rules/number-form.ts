import { findingIn } from '../report.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../text/words.ts';

const id = 'number-form';

const FORMS: readonly (readonly [RegExp, string])[] = [
  [/(?:\d[０-９]|[０-９]\d)[\d０-９]*/g, '全角和半角数字混在一个数里'],
  [/(?<![\d０-９])(?:\d+[。．·][\d０-９]+|[０-９]+[。·.][\d０-９]+)(?=[%％亿万元家个项倍吨])/g, '小数点用了中文标点'],
  [/(?<![\d，,])[1-9]\d{0,2}(?:，\d{3})+(?=[家个项户人元万亿吨台套])/g, '千位分隔用了中文逗号，像是两个数'],
];

/** Figures that a machine reads wrongly and a reader stumbles over. */
export const numberForm: Rule = {
  id,
  severity: 'warning',
  title: '数字里的全角、半角和标点',
  check: (context) =>
    context.text.paragraphs.flatMap((p) => {
      const raw = context.text.raw.slice(p.start, p.end);
      return FORMS.flatMap(([pattern, fault]) =>
        [...raw.matchAll(pattern)].map((m) => {
          const start = p.start + m.index;
          const severity = fault.startsWith('全角') ? 'notice' : 'warning';
          return findingIn(
            context,
            id,
            { start, end: start + m[0].length },
            {
              severity,
              message: `${quote(raw.slice(Math.max(0, m.index - 8), m.index + m[0].length + 4))}：${fault}。请改成半角数字和小数点。`,
            },
          );
        }),
      );
    }),
};
