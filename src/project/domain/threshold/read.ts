/** A sum of total investment from which a plan speaks of projects. */
export interface ReadThreshold {
  readonly fen: number;
  /** The words that say so. */
  readonly text: string;
}

const units: Readonly<Record<string, number>> = { 万元: 1_000_000, 亿元: 10_000_000_000 };
const digits: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  五: 5,
  八: 8,
  十: 10,
  百: 100,
  千: 1000,
};

/**
 * `总投资5000万元以上`, `投资亿元以上项目`, `10亿元（含）以上项目`. Only sums of investment and of projects: revenue of enterprises
 * has such limits too.
 */
const form =
  /(总投资(?:额)?|计划投资|固定资产投资|投资(?:额|规模)?)?(?:达到|达|超过|超|在|为)?\s*(\d+(?:\.\d+)?|[一二两三五八十百千])?\s*(万元|亿元)(?:\s*[（(]含[^）)]{0,6}[）)])?(?:及)?以上(的)?([^，。；、\n]{0,6}项目)?/gu;

/** Every limit that a text states for projects, each once, the smallest first. */
export function thresholdsIn(text: string): ReadThreshold[] {
  const found = new Map<number, string>();
  for (const [all, investment, number, unit = '', , project] of text.normalize('NFKC').matchAll(form)) {
    if (investment === undefined && project === undefined) continue;
    if (number === undefined && unit === '万元') continue;
    const count = number === undefined ? 1 : (digits[number] ?? Number(number));
    const fen = Math.round(count * (units[unit] ?? 0));
    if (fen > 0 && !found.has(fen)) found.set(fen, all.trim());
  }
  return [...found].map(([fen, words]) => ({ fen, text: words })).toSorted((a, b) => a.fen - b.fen);
}
