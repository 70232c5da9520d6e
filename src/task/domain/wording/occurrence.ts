import type { Occurrence } from '../model/index.ts';
import { periodWords } from './day.ts';

const longest = 120;

/** 开展专题调研（2026年5月）, 推进会（2026年6月，第1次） */
export function occurrenceTitle(title: string, { what, period, no, of }: Occurrence): string {
  const mark = `（${periodWords(period)}${of > 1 ? `，第${no}次` : ''}）`;
  return `${(what ?? title).slice(0, longest - mark.length)}${mark}`;
}
