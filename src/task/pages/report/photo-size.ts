/** No photograph is sent larger than this, in bytes: a telephone on a bad line needs some seconds for it. */
export const mostBytes = 1_500_000;

/** One way to write a picture again: how wide and high, and how finely. */
export interface Attempt {
  readonly width: number;
  readonly height: number;
  readonly quality: number;
}

const edges = [2048, 1600, 1280, 960, 640] as const;
const qualities = [0.85, 0.7] as const;

/** Ways to write a picture of this size, from the best to the smallest; never larger than it is. */
export function attemptsFor(width: number, height: number): readonly Attempt[] {
  const longest = Math.max(width, height);
  if (longest < 1) return [];
  const fitting = edges.filter((edge) => edge < longest);
  const scales =
    longest <= edges[0] ? [1, ...fitting.map((edge) => edge / longest)] : fitting.map((edge) => edge / longest);
  return scales.flatMap((scale) =>
    qualities.map((quality) => ({
      ...{ width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) },
      quality,
    })),
  );
}

/** The name of a picture that was written again as JPEG. */
export const jpegName = (name: string): string => `${name.replace(/\.[^.]{1,5}$/u, '').slice(0, 100) || '照片'}.jpg`;
