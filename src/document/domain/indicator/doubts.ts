import type { Quantity } from '../number/quantity.ts';
import type { GoverningTime } from './year.ts';

/** What makes a reading less than certain, in words, with the reading that was not taken. */
export interface Doubts {
  readonly confidence: number;
  readonly rejected: string[];
}

/** Weighs what had to be supplied from outside the sentence or read against the letter. */
export function doubtsOf(c: {
  q: Quantity;
  name: string;
  year: number | null;
  time: GoverningTime;
  fromNeighbour: boolean;
}): Doubts {
  const rejected: string[] = [];
  let confidence = 0.95;
  const doubt = (cost: number, words: string): void => {
    confidence -= cost;
    rejected.push(words);
  };
  if (c.fromNeighbour) doubt(0.15, `本句没有写年份，${c.year}年取自上一句的同类指标；也可读作没有年份`);
  else if (c.year !== null && c.time.token === null)
    doubt(0.1, `本句没有写年份，${c.year}年取自目标段落开头、标题或计划年度；也可读作没有年份`);
  else if (c.year === null && !c.time.everyYear) confidence -= 0.15;
  if (c.time.everyYear && c.year !== null) doubt(0.1, `“每年”也可读作不限于${c.year}年`);
  if (c.q.han && c.q.kind === 'count' && c.q.idiom === null && c.q.value <= 2)
    doubt(0.15, '数量用汉字写出，也可能只是行文，并非目标');
  if (c.q.idiom === 'first') doubt(0.15, '“零突破”按至少1个计');
  if (c.name.length < 3 || c.name.startsWith('（')) doubt(0.25, '没有读出完整的指标名称');
  return { confidence: Math.round(Math.max(0.2, confidence) * 100) / 100, rejected };
}
