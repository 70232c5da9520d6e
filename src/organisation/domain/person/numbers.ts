import { cleanCode, readCreditCode } from '../../../kernel/index.ts';

/** Weights and check characters of GB 11643-1999 (citizen identification number), ISO 7064 MOD 11-2. */
const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const idChecks = '10X98765432';

/** True for 18 characters whose last one fits the others. Other documents (passports) are not judged here. */
export function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false;
  const sum = idWeights.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return idChecks[sum % 11] === text[17];
}

/** True for a unified social credit code as it is kept: clean, and the last character fits the others. */
export const isCreditCode = (text: string): boolean =>
  cleanCode(text) === text && readCreditCode(text).verdict !== 'refuse';

/** A telephone as it can be dialled: digits, with +, - and one extension. */
export const isPhone = (text: string): boolean => /^\+?\d[\d-]{5,18}\d(?:转\d{1,6})?$/.test(text);

export const isEmail = (text: string): boolean =>
  /^[^\s@]{1,64}@[^\s@]+\.[^\s@.]{2,}$/.test(text) && text.length <= 120;

/** Digits of an account of a bank, without blanks. */
export const isBankAccount = (text: string): boolean => /^\d[\d-]{6,30}\d$/.test(text);
