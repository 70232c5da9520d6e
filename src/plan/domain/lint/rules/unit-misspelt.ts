import { findingAt } from '../report.ts';
import type { Rule } from '../rule.ts';
import { unitNames } from '../unit/mentions.ts';
import { nearNames } from '../unit/near-names.ts';

const id = 'unit-misspelt';

/** 省工业和信息厅 where 省工业和信息化厅 is meant. */
export const unitMisspelt: Rule = {
  id,
  severity: 'warning',
  title: '责任单位名称疑似写错',
  check: (context) =>
    nearNames(unitNames(context), context.register).map(({ wrong, right, times }) =>
      findingAt(context, id, wrong.place, {
        severity: 'warning',
        path: wrong.path,
        message: `责任单位“${wrong.name}”与“${right}”只差一个字${times > 0 ? `，后者在文中出现${times}次` : ''}，多半是写错了。请核对。`,
      }),
    ),
};
