const steps = [
  { unit: '亿元', fen: 10_000_000_000 },
  { unit: '万元', fen: 1_000_000 },
  { unit: '元', fen: 100 },
] as const;

/** A sum as people say it, to two places: `1.25 亿元`, `5,000 万元`. Takes whole fen. */
export function fenWords(fen: number): string {
  const { unit, fen: one } = steps.find((step) => Math.abs(fen) >= step.fen) ?? steps[2];
  const hundredths = Math.round((fen * 100) / one);
  const [whole, part] = [Math.trunc(Math.abs(hundredths) / 100), Math.abs(hundredths) % 100];
  const digits = part === 0 ? '' : `.${String(part).padStart(2, '0').replace(/0$/u, '')}`;
  return `${hundredths < 0 ? '−' : ''}${String(whole).replace(/\B(?=(\d{3})+$)/gu, ',')}${digits} ${unit}`;
}

/** `2026年3月` */
export const monthWords = (month: string): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;
