import type { Evidence, WarningRule } from './model.ts';

/** red: told at once; yellow and blue: told in the digest of the day. */
export const urgencies = ['red', 'yellow', 'blue'] as const;
export type Urgency = (typeof urgencies)[number];

export const warningRules = [
  'pace',
  'streak',
  'missing',
  'mismatch',
  'outlier',
  'heaping',
  'copy-forward',
] as const satisfies readonly WarningRule[];

/** Days after which a report that did not come is no small matter any more. */
const longOverdue = 15;

/** How pressing it is. What only hints at a mistake is blue; a target behind has the light of its pace. */
export function urgencyOf(evidence: Evidence): Urgency {
  switch (evidence.rule) {
    case 'pace':
      return evidence.light === 'green' ? 'blue' : evidence.light;
    case 'missing':
      return evidence.days > longOverdue ? 'red' : 'yellow';
    case 'streak':
    case 'mismatch':
      return 'yellow';
    case 'outlier':
    case 'heaping':
    case 'copy-forward':
      return 'blue';
  }
}
