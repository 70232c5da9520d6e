import { findQuantities, findTimeTokens } from '../../../../document/index.ts';
import type { Span } from '../../../../kernel/index.ts';
import type { DocumentText, TextSentence } from '../text/document-text.ts';
import { halfStep } from '../text/words.ts';
import type { Figure } from './figure.ts';
import { type Interval, intervalOf } from './interval.ts';
import { isMoney, measureOf } from './measure.ts';
import { chainInMetric, metricOf } from './metric.ts';

/** A state in a year, promised or reached: base and goal of a growth rate. */
export interface Level {
  readonly metric: string;
  readonly subject: string;
  readonly dimension: string;
  readonly year: number;
  readonly value: number;
  readonly unit: string;
  readonly interval: Interval;
  /** In the source. */
  readonly place: Span;
  readonly sentence: number;
  readonly paragraph: number;
  /** “以2024年…为基数”: the document says that growth counts from here. */
  readonly base: boolean;
}

/** What may follow a figure that stands for itself; “亿元企业” and “500万元以上项目” only name things. */
const ENDS = /^(?:左右)?(?:[，。；、）]|为|作为|$)/;

const GROWING = new Set(['level', 'annual', 'cumulative']);

/** Levels of a document: its indicators, and the figures of years gone by that it mentions (“2024年营业收入180亿元”). */
export function readLevels(figures: readonly Figure[], text: DocumentText): Level[] {
  const promised = figures.filter((f) => GROWING.has(f.item.mode) && f.item.year !== null && f.sentence >= 0);
  const levels = promised.map((f) => fromFigure(f, text));
  const taken = new Set(figures.filter((f) => f.sentence >= 0).map((f) => text.at(f.item.end - 1)));
  text.sentences.forEach((sentence, index) => {
    if (/20\d\d年/.test(text.text.slice(sentence.start, sentence.end)))
      levels.push(...background(sentence, index, text, taken, figures));
  });
  return levels.sort((a, b) => a.place.end - b.place.end);
}

function fromFigure(f: Figure, text: DocumentText): Level {
  return {
    metric: f.metric,
    subject: f.subject,
    dimension: f.dimension,
    year: f.item.year!,
    value: f.value,
    unit: f.item.unit,
    interval: intervalOf(f),
    place: { start: f.item.start, end: f.item.end },
    sentence: f.sentence,
    paragraph: f.paragraph,
    base: saysBase(text, f.sentence, text.at(f.item.end - 1) + 1),
  };
}

function background(
  sentence: TextSentence,
  index: number,
  text: DocumentText,
  taken: ReadonlySet<number>,
  figures: readonly Figure[],
): Level[] {
  const words = text.text.slice(sentence.start, sentence.end);
  const years = findTimeTokens(words).filter((t) => t.kind === 'year' && t.year !== null);
  const levels: Level[] = [];
  let from = 0;
  for (const q of findQuantities(words)) {
    const year = years.findLast((t) => t.end <= q.start);
    const own = words.slice(Math.max(from, year?.end ?? 0), q.start);
    from = q.end;
    if (!year?.year || q.value2 !== null || taken.has(sentence.start + q.end - 1)) continue;
    if (!ENDS.test(words.slice(q.end))) continue;
    const measure = measureOf(q.unit);
    if (!isMoney(measure.dimension) && measure.dimension !== 'count') continue;
    const name = metricOf(own.replace(/^.*[，；：]/, ''));
    const parted = chainInMetric(name);
    const neighbour = figures.find(
      (f) => f.sentence === index && f.dimension === measure.dimension && f.item.mode === 'level',
    );
    const metric = (parted?.metric ?? name) || (neighbour?.metric ?? '');
    const half = halfStep(words.slice(q.start, q.end)) * measure.factor;
    const value = q.value * measure.factor;
    const at = { start: sentence.start + q.start, end: sentence.start + q.end };
    levels.push({
      metric,
      subject: subjectNear(figures, index, sentence.paragraph, metric, measure.dimension),
      dimension: measure.dimension,
      year: year.year,
      value,
      unit: q.unit,
      interval: { low: value - half, high: value + half },
      place: text.place(at),
      sentence: index,
      paragraph: sentence.paragraph,
      base: saysBase(text, index, at.end),
    });
  }
  return levels;
}

/** A figure of the past is about whom the goal beside it is about. */
function subjectNear(
  figures: readonly Figure[],
  sentence: number,
  paragraph: number,
  metric: string,
  dimension: string,
): string {
  const alike = figures.filter((f) => f.metric === metric && f.dimension === dimension);
  const near =
    alike.find((f) => f.sentence === sentence) ?? alike.find((f) => f.paragraph === paragraph) ?? alike[0] ?? null;
  return near?.subject ?? '';
}

function saysBase(text: DocumentText, sentence: number, from: number): boolean {
  const s = text.sentences[sentence];
  return s !== undefined && /^(?:左右)?(?:为|作)(?:基数|基期|基准|起点|基础)/.test(text.text.slice(from, s.end));
}
