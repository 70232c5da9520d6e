import { type CountedEvents, projectStepNames } from '../model/index.ts';
import { figureWords } from '../wording/reasons.ts';

/** What the places of a condition are called; null: not said. */
export interface CountedPlaces {
  readonly region: string | null;
  readonly chain: string | null;
}

/** A condition as people say it: `项目库：开工、总投资5000万元以上`. */
export function countedWords(events: CountedEvents, { region, chain }: CountedPlaces): string {
  const parts = [
    ...[region, chain, projectStepNames[events.step]],
    events.atLeastFen === null ? null : `总投资${sumWords(events.atLeastFen)}以上`,
    events.confirmed ? '已核定' : null,
  ].filter((part) => part !== null);
  return events.measure === 'number' ? `项目库：${parts.join('、')}` : `项目库：${parts.join('、')}的项目完成投资`;
}

const [wan, yi] = [1_000_000, 10_000_000_000];
const sumWords = (fen: number): string => (fen % yi === 0 ? `${fen / yi}亿元` : `${fen / wan}万元`);

/** Where a figure that was counted comes from, with the figure; a lower one than before says so. */
export function readingWords(
  condition: string,
  { value, before }: { readonly value: number; readonly before: number | null },
  { unit, decimals }: { readonly unit: string; readonly decimals: number },
): string {
  const text = (figure: number): string => `${figureWords(figure, decimals)}${unit}`;
  const less = before !== null && value < before ? `，比上次少${text(before - value)}` : '';
  return `${condition}，${text(value)}${less}`;
}
