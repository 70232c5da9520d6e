/** Weights and check characters of GB 11643-1999 (citizen identification number), ISO 7064 MOD 11-2. */
const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const idChecks = '10X98765432';

/** GB 32100-2015: the characters of a unified social credit code, in the order of their values, and its weights. */
const creditCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** True for 18 characters whose last one fits the others. Other documents (passports) are not judged here. */
export function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false;
  const sum = idWeights.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return idChecks[sum % 11] === text[17];
}

/** True for 18 characters of the code's alphabet whose last one fits the others. */
export function isCreditCode(text: string): boolean {
  const values = [...text].map((character) => creditCharacters.indexOf(character));
  if (values.length !== 18 || values.includes(-1)) return false;
  const sum = creditWeights.reduce((total, weight, at) => total + weight * values[at]!, 0);
  return (31 - (sum % 31)) % 31 === values[17];
}

/** A telephone as it can be dialled: digits, with +, - and one extension. */
export const isPhone = (text: string): boolean => /^\+?\d[\d-]{5,18}\d(?:转\d{1,6})?$/.test(text);

export const isEmail = (text: string): boolean =>
  /^[^\s@]{1,64}@[^\s@]+\.[^\s@.]{2,}$/.test(text) && text.length <= 120;

/** Digits of an account of a bank, without blanks. */
export const isBankAccount = (text: string): boolean => /^\d[\d-]{6,30}\d$/.test(text);
