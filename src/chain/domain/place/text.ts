/** How what enterprises write of themselves is brought into pieces that each name one thing. */

/** What follows as an explanation or is left out on purpose: 不含危险化学品, 需许可的除外, 依法须经批准的项目. */
const leftOut =
  /(?:不含|不包括|除外|除.{0,30}?外|依法须经|依法自主|凭.{0,20}?经营|未经.{0,20}?不得|法律.{0,20}?禁止|国家限定|具体.{0,10}?以|涉及许可|需许可|须取得|不得从事|不从事|严禁)/u;
const bracketed = /[([【〔]([^()[\]【】〔〕]*)[)\]】〕]/gu;

/** One spelling: full and half width the same, small letters, no spaces between Chinese signs, nothing that is left out. */
export function plainText(text: string): string {
  const one = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=[一-鿿])\s+(?=[一-鿿])/gu, '');
  const open = one.replace(bracketed, (_all, inside: string) => (leftOut.test(inside) ? '' : `、${inside}、`));
  return open
    .split(/(?<=[;。\n])/u)
    .map(withoutExceptions)
    .join('');
}

/** `染料销售,不含危险化学品、易制毒化学品;`: from the exception on, nothing of the sentence is done. */
function withoutExceptions(sentence: string): string {
  const at = sentence.search(/(?:不含|不包括|严禁|不得从事|不从事|未经.{0,20}?不得)/u);
  const kept = at < 0 ? sentence : `${sentence.slice(0, at)};`;
  return kept.replace(/除[^,;。、]{1,30}?(?:以外|之外|外)的?/gu, '').replace(/\([^()]*$/u, '');
}

const lead =
  /^(?:许可(?:经营)?项目|一般(?:经营)?项目|经营范围|主营(?:业务)?|兼营|主要(?:产品|经营)?|包括|从事|专业|专注于?|承接|各类|各种|各式)[::]?/u;

/** A thing that is done or made, with where it stands in the text. */
export interface Piece {
  readonly at: number;
  readonly text: string;
  /** Which sentence it is in. */
  readonly sentence: number;
}

/** The pieces of a text, by its points, commas and the words that join. */
export function piecesOf(plain: string): Piece[] {
  const pieces: Piece[] = [];
  let sentence = 0;
  let start = 0;
  const push = (end: number) => {
    let text = plain.slice(start, end);
    let at = start;
    for (let head = lead.exec(text); head !== null && head[0] !== ''; head = lead.exec(text)) {
      at += head[0].length;
      text = text.slice(head[0].length);
    }
    if (text.trim() !== '') pieces.push({ at, text, sentence });
  };
  for (let i = 0; i <= plain.length; i += 1) {
    const sign = plain[i];
    if (sign !== undefined && !/[、,,;;。:\n\t|/·•+&]/u.test(sign)) continue;
    push(i);
    start = i + 1;
    if (sign !== undefined && /[;;。\n]/u.test(sign)) sentence += 1;
  }
  return pieces;
}
