import type { Definition } from '../definition.ts';
import type { LightLimits } from '../pace/light.ts';
import type { CellReading, OwnReading } from '../reading/model.ts';
import { amountWords, figureWords } from './figure.ts';
import { forecastSentences } from './forecast.ts';
import { changeSentences } from './growth.ts';
import { lightWords, paceWords } from './pace.ts';
import { periodWords } from './period.ts';
import { targetWords, verdictSentences } from './target.ts';
import type { InUnit } from './unit.ts';
import { amountRemarks } from './vintage.ts';

/** Everything that a cell says, a list of sentences for each question. */
export interface CellSaid {
  /** The figure of the year so far and what it lacks. */
  readonly actual: readonly string[];
  readonly own: readonly string[];
  readonly target: readonly string[];
  readonly light: readonly string[];
  readonly forecast: readonly string[];
  readonly growth: readonly string[];
}

/** Says a whole cell; what there is nothing to say of is empty. */
export function cellSentences(reading: CellReading, definition: Definition, limits?: LightLimits): CellSaid {
  const { actual, own, main, path, light, forecast, growth } = reading;
  const pace = main?.pace ? paceWords(main.verdict, main.pace, path, definition) : null;
  return {
    actual: [`${actualWords(reading, definition)}。`, ...amountRemarks(actual)],
    own: own === null ? [] : [`${ownWords(own, actual.value, definition)}。`, ...amountRemarks(own.amount)],
    target:
      main === null ? [] : [`${targetWords(main.target, definition)}。`, ...verdictSentences(main.verdict, definition)],
    light: [...(pace === null ? [] : [`${pace}。`]), `${lightWords(light, main?.pace?.pace, limits)}。`],
    forecast: forecastSentences(forecast, definition),
    growth:
      growth === null
        ? []
        : [growth.toDate, growth.yearOnYear, growth.onLastPeriod].flatMap((change) =>
            changeSentences(change, definition),
          ),
  };
}

function actualWords({ actual, asOf }: CellReading, definition: Definition): string {
  const { value, through } = actual;
  if (value === null || through === null) return `到 ${periodWords(asOf)}还没有数`;
  return `到 ${periodWords(through)}${definition.measures === 'stock' ? '' : '累计'} ${figureWords(value, definition)}`;
}

/** Own report beside the sum of the parts: `自报 110 万元，各处之和 100 万元，自报多 10 万元`. */
export function ownWords({ amount, difference }: OwnReading, parts: bigint | null, written: InUnit): string {
  const say = (value: bigint | null): string => (value === null ? '没有数' : figureWords(value, written));
  const both = `自报 ${say(amount.value)}，各处之和 ${say(parts)}`;
  if (difference === null) return `${both}，期数不同，不能比较`;
  if (difference === 0n) return `${both}，两边相等`;
  return `${both}，自报${difference > 0n ? '多' : '少'} ${amountWords(difference, written)}`;
}
