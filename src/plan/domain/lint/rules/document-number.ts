import type { Span } from '../../../../kernel/index.ts';
import type { LintContext } from '../context.ts';
import type { Finding } from '../model.ts';
import { findingIn, here } from '../report.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../text/words.ts';

const id = 'document-number';

/** A document number in any brackets, as people write it. */
const NUMBER =
  /([\u4e00-\u9fff]{1,8}(?:发|函|规|字|办|文|令|政|通|报|电|呈|纪|党|委|府)[\u4e00-\u9fff]{0,3})([〔[【（(［])(\d{2,4})([〕\]】）)］])(第?)(0*)(\d{1,5})号/g;

/** 〔2025〕8号 as GB/T 9704-2012 has it: six-angle brackets, the year in full, no 第, no leading zero. */
export const documentNumber: Rule = {
  id,
  severity: 'warning',
  title: '发文字号的写法',
  check(context) {
    const own = fold(context.document.docNumber ?? '');
    const all = malformed(context);
    const isOwn = (n: Malformed): boolean => own !== '' && fold(n.words).endsWith(own);
    return [
      ...all.filter(isOwn).map((n) => findingIn(context, id, n, { severity: 'warning', message: n.message })),
      ...cited(
        context,
        all.filter((n) => !isOwn(n)),
      ),
      ...yearOfIssue(context),
    ];
  },
};

interface Malformed extends Span {
  readonly words: string;
  readonly message: string;
}

function malformed(context: LintContext): Malformed[] {
  return context.text.paragraphs.flatMap((p) =>
    [...context.text.raw.slice(p.start, p.end).matchAll(NUMBER)].flatMap((m) => {
      const faults = faultsOf(m);
      if (faults.length === 0) return [];
      const start = p.start + m.index;
      const right = `${m[1]}〔${m[3]!.length === 2 ? `20${m[3]}` : m[3]}〕${m[7]}号`;
      const message = `发文字号${quote(m[0])}${faults.join('，')}。按GB/T 9704—2012应写作“${right}”。`;
      return [{ start, end: start + m[0].length, words: m[0], message }];
    }),
  );
}

function faultsOf(m: RegExpExecArray): string[] {
  const faults: string[] = [];
  if (m[2] !== '〔' || m[4] !== '〕') faults.push('年份没有用六角括号');
  if (m[3]!.length !== 4) faults.push('年份没有写全');
  if (m[5]) faults.push('多了“第”字');
  if (m[6]) faults.push('序号前多了0');
  return faults;
}

/** Numbers of other documents: one notice for all. */
function cited(context: LintContext, all: readonly Malformed[]): Finding[] {
  const [first, ...rest] = all;
  if (first === undefined) return [];
  const more = rest.length > 0 ? `文中还有${rest.length}处引用的文号写法不规范，请一并改正。` : '';
  return [
    findingIn(context, id, first, {
      severity: 'notice',
      message: `${first.message}${more}`,
      related: rest.map((n) => here(context.text.place(n))),
    }),
  ];
}

/** The year in the number is that in which the document was issued. */
function yearOfIssue(context: LintContext): Finding[] {
  const { docNumber, issuedOn } = context.document;
  const year = /\d{4}/.exec(fold(docNumber ?? ''))?.[0];
  if (!docNumber || !issuedOn || !year || year === issuedOn.slice(0, 4)) return [];
  const first = context.text.paragraphs.find((p) => context.text.raw.slice(p.start, p.end).includes(docNumber));
  if (first === undefined) return [];
  const start = first.start + context.text.raw.slice(first.start, first.end).indexOf(docNumber);
  return [
    findingIn(
      context,
      id,
      { start, end: start + docNumber.length },
      {
        severity: 'warning',
        message: `发文字号${quote(docNumber)}的年份是${year}，成文日期却在${issuedOn.slice(0, 4)}年。请核对。`,
        arithmetic: `${year}≠${issuedOn.slice(0, 4)}`,
      },
    ),
  ];
}

const fold = (s: string): string =>
  s
    .replace(/[[【（(［]/g, '〔')
    .replace(/[\]】）)］]/g, '〕')
    .replace(/\s/g, '');
