/** Values of facts as they are kept beside a judgement: whole numbers with commas between, empty where not known. */
export const factsToText = (values: readonly number[]): string =>
  values.map((value) => (Number.isNaN(value) ? '' : String(value))).join();

export const factsFromText = (text: string): Float64Array =>
  Float64Array.from(text.split(','), (part) => (part === '' ? Number.NaN : Number(part)));
