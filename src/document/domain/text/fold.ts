/**
 * One character for one character: what the grammar reads. Full-width digits and letters become half-width, the many
 * dashes and brackets become one of each, so that rules are written once. Lengths never change, so offsets hold.
 */
const TABLE = new Map<string, string>();
const put = (from: string, to: string): void => {
  const a = [...from];
  const b = [...to];
  a.forEach((c, i) => {
    TABLE.set(c, b[Math.min(i, b.length - 1)] ?? c);
  });
};
for (let c = 0xff10; c <= 0xff19; c++) TABLE.set(String.fromCharCode(c), String.fromCharCode(c - 0xfee0));
for (let c = 0xff21; c <= 0xff3a; c++) TABLE.set(String.fromCharCode(c), String.fromCharCode(c - 0xfee0));
for (let c = 0xff41; c <= 0xff5a; c++) TABLE.set(String.fromCharCode(c), String.fromCharCode(c - 0xfee0));
put('％﹪', '%%');
put('．', '.');
put('＋', '+');
put('—–－―─‐‑−﹣', '-');
put('～〜∼˜', '~');
put('()﹙﹚', '（）（）');
put('[]［］【】﹝﹞〖〗', '〔〕〔〕〔〕〔〕〔〕');
put('{}', '〔〕');
put(';!?', '；！？');
put('○Ｏ', '〇O');
put('＞＜≥≤≧≦', '><≥≤≥≤');
put('┄', '-');

/** Radicals that PDF printers put in the place of the ordinary character. */
const radical = (code: number): boolean => code >= 0x2e80 && code <= 0x2fdf;

/** The half-width, one-of-a-kind form of a UTF-16 unit. */
export function foldChar(c: string): string {
  const code = c.charCodeAt(0);
  if (code < 0x80 && !/[()[\]{};!?]/.test(c)) return c;
  const found = TABLE.get(c);
  if (found !== undefined) return found;
  if (radical(code)) {
    const plain = c.normalize('NFKC');
    return plain.length === 1 ? plain : c;
  }
  return c;
}

/** Folds a whole string; same length as given. Comma and colon depend on their neighbours (1,600 and 1:1 stay). */
export function fold(text: string): string {
  const out: string[] = new Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === ',' || c === ':') {
      const digits = isDigit(text[i - 1]) && isDigit(text[i + 1]);
      out[i] = digits ? c : c === ',' ? '，' : '：';
    } else out[i] = foldChar(c);
  }
  return out.join('');
}

const isDigit = (c: string | undefined): boolean => c !== undefined && /[0-9０-９]/.test(c);
