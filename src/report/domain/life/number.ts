import { ok, type Result, refuse } from '../../../kernel/index.ts';

/** 机关代字 with a year and a number: 临链办通〔2026〕3号. The sign, the year and the number name one paper only. */
export interface PaperNumber {
  readonly sign: string;
  readonly year: number;
  readonly no: number;
}

const signForm = /^\p{Script=Han}{1,12}$/u;

/** A sign as it may be. Refuses (`bulletin-sign`) what is not 1 to 12 Chinese characters. */
export const checkSign = (sign: string): Result<string> =>
  signForm.test(sign) ? ok(sign) : refuse({ code: 'bulletin-sign', field: 'sign', given: sign });

export const numberWords = ({ sign, year, no }: PaperNumber): string => `${sign}〔${year}〕${no}号`;
