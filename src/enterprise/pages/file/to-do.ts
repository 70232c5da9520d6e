import { addDays } from '../../../kernel/index.ts';
import type { EnterpriseJson } from '../../contract.ts';
import { yearsOf } from '../parts/figures.ts';

/** What an enterprise should see to, as its file tells it. */
export interface ToDo {
  readonly key: string;
  readonly words: string;
  /** By when; null: as soon as possible. */
  readonly by: string | null;
  readonly urgent: boolean;
}

const soonDays = 180;
/** The figures of a year should be there by the end of the next June. */
const figuresDue = (year: number): string => `${year + 1}-06-30`;

/** What is missing or about to end in a file, the most urgent first. */
export function toDoOf(
  { code, content, allTitles, figures, contacts, state }: EnterpriseJson,
  today: string,
): readonly ToDo[] {
  if (state !== 'open') return [];
  const found: ToDo[] = [];
  const missing = (key: string, words: string): void => void found.push({ key, words, by: null, urgent: false });
  const year = Number(today.slice(0, 4)) - 1;
  if (!yearsOf(figures).includes(String(year)))
    found.push({
      ...{ key: 'figures', words: `补报 ${year} 年的数据，申报政策和称号都要用。`, by: figuresDue(year) },
      urgent: figuresDue(year) < today,
    });
  for (const title of allTitles) {
    if (!title.holds || title.endsOn === null || title.endsOn > addDays(today, soonDays)) continue;
    found.push({
      ...{ key: `title:${title.id}`, words: `“${title.kind.name}”快到期，准备复核或重新申报。` },
      ...{ by: title.endsOn, urgent: title.endsOn <= addDays(today, 60) },
    });
  }
  for (const title of allTitles) {
    const ended = title.endsOn !== null && title.endsOn <= today && title.endedOn === null;
    const renewed = allTitles.some(({ kind, holds }) => kind.id === title.kind.id && holds);
    const latest = allTitles.every(({ kind, givenOn }) => kind.id !== title.kind.id || givenOn <= title.givenOn);
    if (ended && latest && !renewed)
      missing(`ended:${title.id}`, `“${title.kind.name}”已在 ${title.endsOn} 到期，没有看到新的证书。`);
  }
  if (code === null) missing('code', '补上统一社会信用代码。');
  if (content.industry === null) missing('industry', '补上行业代码。');
  if (content.products.length === 0) missing('products', '写上主要产品，产业链图谱按它定位。');
  if (contacts.length === 0) missing('contacts', '留一位联系人。');
  return found.toSorted((a, b) => Number(b.urgent) - Number(a.urgent) || order(a).localeCompare(order(b)));
}

/** What has a day comes before what has none. */
const order = ({ by }: ToDo): string => by ?? '9999';
