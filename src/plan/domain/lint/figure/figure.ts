import type { DocumentExtraction, IndicatorItem } from '../../../../document/index.ts';
import { MOST } from '../limits.ts';
import type { Register } from '../register.ts';
import type { DocumentText } from '../text/document-text.ts';
import { halfStep, quote } from '../text/words.ts';
import { measureOf } from './measure.ts';
import { chainInMetric, grownMetric, metricOf } from './metric.ts';
import { chainOf, placesIn } from './subject.ts';

/** An indicator made comparable with others. */
export interface Figure {
  readonly item: IndicatorItem;
  /** What is measured; see `metricOf`. Growth rates bear the metric that grows. */
  readonly metric: string;
  /** Whom it is about: place and chain; equal keys mean the same. */
  readonly subject: string;
  readonly place: string;
  readonly dimension: string;
  /** Value in the unit of the dimension; money in 万元. */
  readonly value: number;
  readonly value2: number | null;
  /** Half of the last decimal written, in the unit of the dimension. */
  readonly half: number;
  /** Index of its sentence, -1 when the text is not at hand or the number stands in a table. */
  readonly sentence: number;
  readonly paragraph: number;
  /** Text of the sentence in front of the number. */
  readonly before: string;
  /** The same from the figure before it in the sentence. */
  readonly own: string;
  readonly after: string;
}

export interface FigureSource {
  readonly document: DocumentExtraction;
  readonly text: DocumentText | null;
  readonly register: Register;
  readonly home: string | null;
}

/** All indicators of a document as figures, in the order of the text. Elliptic ones take the name of the one before. */
export function readFigures(source: FigureSource): Figure[] {
  const figures: Figure[] = [];
  const items = source.document.indicators.slice(0, MOST.figures).sort((a, b) => a.end - b.end);
  for (const item of items) figures.push(read(item, source, figures));
  return figures;
}

/** Where a number stands in the text; null for table cells and when the text is not at hand. */
interface Position {
  readonly sentence: number;
  readonly paragraph: number;
  readonly before: string;
  readonly own: string;
  readonly after: string;
  readonly opening: string;
}

function read(item: IndicatorItem, source: FigureSource, before: readonly Figure[]): Figure {
  const { register, home, document } = source;
  const measure = measureOf(item.unit);
  const last = before.at(-1);
  const at = positionOf(item, source.text, last);
  const previous = at !== null && last?.sentence === at.sentence ? last : undefined;
  // A level that bears the name of a rate (“同比增长10%；2027年达到240亿元”) is elliptic.
  const raw = grownMetric(item.name);
  const place = item.table ? tablePlace(item) : placeOf(at, previous, register, home, item.text);
  const bare = withoutPlace(raw, place);
  const parted = chainInMetric(bare);
  const chain = chainOf(
    {
      named: parted?.chain || null,
      sentence: item.table ? (item.scope ?? '') : (at?.before ?? item.text),
      opening: at?.opening ?? '',
      headings: [document.title ?? '', annexTitle(document, item.start), ...item.path],
    },
    register,
  );
  const metric = parted?.metric ?? bare;
  const named =
    metric === '' && item.mode !== 'growth' && at !== null
      ? before.findLast(
          (f) => f.sentence === at.sentence && f.dimension === measure.dimension && f.item.mode !== 'growth',
        )
      : undefined;
  return {
    item,
    metric: metric || (named?.metric ?? unnamed(item, at)),
    subject: `${place}|${chain}`,
    place,
    dimension: measure.dimension,
    value: item.value * measure.factor,
    value2: item.value2 === null ? null : item.value2 * measure.factor,
    half: halfStep(lastNumber(item.text, item.value)) * measure.factor,
    sentence: at?.sentence ?? -1,
    paragraph: at?.paragraph ?? -1,
    before: at?.before ?? item.text,
    own: at?.own ?? item.text,
    after: at?.after ?? '',
  };
}

/** A thing without a name can be recognised within its own sentence only. Growth rates without a name are elliptic. */
const unnamed = (item: IndicatorItem, at: Position | null): string =>
  item.mode === 'growth' || at === null ? '' : `#${at.sentence}`;

/** What a figure says, for a finding: its words, or the bare number of a table cell. */
export const figureWords = ({ item }: Figure): string =>
  item.table ? `${item.value}${item.unit}（表中）` : quote(item.text);

/** What a figure is called in a finding. */
export const figureName = (f: Figure): string => (f.metric.startsWith('#') ? f.item.name : f.metric);

function positionOf(item: IndicatorItem, text: DocumentText | null, last: Figure | undefined): Position | null {
  if (text === null || item.table) return null;
  const end = text.at(item.end - 1);
  const sentence = text.sentenceAt(end);
  const s = text.sentences[sentence];
  if (s === undefined) return null;
  const before = text.text.slice(s.start, end + 1);
  const paragraph = text.paragraphs[s.paragraph]!;
  return {
    sentence,
    paragraph: s.paragraph,
    before,
    own: last?.sentence === sentence ? before.slice(Math.min(last.before.length, before.length)) : before,
    after: text.text.slice(end + 1, Math.min(s.end, end + 13)),
    opening: text.text.slice(paragraph.start, paragraph.start + 24),
  };
}

/** Places since the number before; a second number of one segment is about the place of the first. */
function placeOf(
  at: Position | null,
  previous: Figure | undefined,
  register: Register,
  home: string | null,
  words: string,
): string {
  if (at === null) return placesIn(words, register, home);
  const own = placesIn(at.own.replace(/^.*[。；，](?=[^。；，])/, '，'), register, home);
  return own === '' && previous && !/[，；。]/.test(at.own) ? previous.place : own;
}

/** Rows and columns of a table say the place; the whole is called 全区 and the like. */
const tablePlace = (item: IndicatorItem): string =>
  item.scope === null || /全[省市区县国州部]|合计|总计/.test(item.scope) ? '' : item.scope;

function withoutPlace(metric: string, place: string): string {
  let rest = metric;
  for (const name of place.split('+')) if (name && rest.startsWith(name)) rest = rest.slice(name.length);
  return metricOf(rest);
}

/** Title of the annex that an offset lies in; empty in the main text. */
function annexTitle(document: DocumentExtraction, offset: number): string {
  return document.annexes.findLast((a) => a.start <= offset)?.title ?? '';
}

function lastNumber(words: string, value: number): string {
  const numbers = [...words.replace(/[,，](?=\d{3})/g, '').matchAll(/\d+(?:\.\d+)?/g)].map((m) => m[0]);
  return numbers.findLast((n) => Number(n) === value) ?? String(value);
}
