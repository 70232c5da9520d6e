import type { PackFault } from '../../kernel/index.ts';
import type { HistoryContent } from './history-schema.ts';

const whole = 1000;

/** What is wrong with an invented past: an enterprise twice, and months that do not make a year. */
export function checkHistory({ season, enterprises }: HistoryContent): PackFault[] {
  const sum = season.reduce((total, part) => total + part, 0);
  const seen = new Set<string>();
  const doubles = enterprises.flatMap(({ id, unit, chain }, at): PackFault[] => {
    const key = JSON.stringify([id, unit, chain]);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ code: 'history-firm-twice', path: ['enterprises', at, 'id'], given: id }];
  });
  return [
    ...(sum === whole ? [] : [{ code: 'history-season', path: ['season'], given: sum, limit: whole }]),
    ...doubles,
  ];
}
