import { nameSlips } from '../name/slips.ts';
import { findingIn } from '../report.ts';
import type { Rule } from '../rule.ts';

const id = 'name-near-miss';

/** 卢洲区 in a document that speaks of 芦洲区: one slip away from a known region or chain. */
export const nameNearMiss: Rule = {
  id,
  severity: 'warning',
  title: '地名、链名疑似写错',
  check: (context) =>
    nameSlips(context).map((slip) =>
      findingIn(context, id, slip, {
        severity: 'warning',
        message: `“${slip.written}”与文中的“${slip.meant}”只差一个字，多半是写错了。请核对；确是另一处的，请写全称。`,
      }),
    ),
};
