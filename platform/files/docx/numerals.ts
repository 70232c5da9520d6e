const digits = '〇一二三四五六七八九';
const legalDigits = '零壹贰叁肆伍陆柒捌玖';
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';

/** A character of an enclosed series (①, ⑴, ⒈, ㈠, Ⅰ …), or the plain number when the series is too short. */
const enclosed =
  (first: number, length: number) =>
  (n: number): string =>
    n >= 1 && n <= length ? String.fromCharCode(first + n - 1) : String(n);

const circled = (n: number): string => {
  if (n <= 20) return enclosed(0x2460, 20)(n);
  if (n <= 35) return String.fromCharCode(0x3251 + n - 21);
  return n <= 50 ? String.fromCharCode(0x32b1 + n - 36) : String(n);
};

/** Chinese counting up to 9999: 十, 十一, 二十, 一百零五. */
function counting(n: number, names: string, zero: string): string {
  if (n < 1 || n > 9999) return String(n);
  const units = ['', '十', '百', '千'];
  let out = '';
  let skipped = false;
  for (let power = 3; power >= 0; power -= 1) {
    const digit = Math.floor(n / 10 ** power) % 10;
    if (digit === 0) skipped = out !== '';
    else {
      out += (skipped ? zero : '') + (names[digit] ?? '') + (units[power] ?? '');
      skipped = false;
    }
  }
  return n >= 10 && n < 20 ? out.slice(1) : out;
}

const legal = (n: number): string =>
  n < 1 || n > 9999
    ? String(n)
    : (n < 20 && n >= 10 ? '壹' : '') +
      counting(n, legalDigits, '零').replace(/十/g, '拾').replace(/百/g, '佰').replace(/千/g, '仟');

const byDigit = (n: number): string => [...String(n)].map((d) => digits[Number(d)] ?? d).join('');

function roman(n: number): string {
  if (n < 1 || n > 3999) return String(n);
  const steps = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const;
  let out = '';
  let rest = n;
  for (const [value, sign] of steps) {
    while (rest >= value) {
      out += sign;
      rest -= value;
    }
  }
  return out;
}

/** A … Z, AA, BB … as Word counts with letters. */
const letters = (n: number): string =>
  n < 1 || n > 780 ? String(n) : String.fromCharCode(65 + ((n - 1) % 26)).repeat(Math.floor((n - 1) / 26) + 1);

const fullWidth = (n: number): string => [...String(n)].map((d) => String.fromCharCode(0xff10 + Number(d))).join('');

const cycle = (n: number, names: string): string => (n >= 1 && n <= names.length ? (names[n - 1] ?? '') : String(n));

const formats: Readonly<Record<string, (n: number) => string>> = {
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (n) => (n < 10 ? `0${n}` : String(n)),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  upperRoman: roman,
  lowerRoman: (n) => roman(n).toLowerCase(),
  upperLetter: letters,
  lowerLetter: (n) => letters(n).toLowerCase(),
  chineseCounting: (n) => (n < 100 ? counting(n, digits, '零') : byDigit(n)),
  chineseCountingThousand: (n) => counting(n, digits, '零'),
  taiwaneseCounting: (n) => (n < 100 ? counting(n, digits, '零') : byDigit(n)),
  taiwaneseCountingThousand: (n) => counting(n, digits, '零'),
  japaneseCounting: (n) => counting(n, digits, '〇'),
  ideographDigital: byDigit,
  japaneseDigitalTenThousand: byDigit,
  taiwaneseDigital: byDigit,
  chineseLegalSimplified: legal,
  ideographTraditional: (n) => cycle(n, stems),
  ideographZodiac: (n) => cycle(n, branches),
  ideographEnclosedCircle: enclosed(0x3280, 10),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: enclosed(0x2474, 20),
  decimalEnclosedFullstop: enclosed(0x2488, 20),
  bullet: () => '',
  none: () => '',
};

/**
 * Writes the number of a list item as Word prints it. `format` is a value of ST_NumberFormat (ECMA-376 part 1,
 * 17.18.59); one that we do not know is written in Arabic figures.
 */
export const numeral = (format: string, n: number): string => (formats[format] ?? String)(n);
