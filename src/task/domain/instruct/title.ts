import type { Stretch } from './model.ts';

const longestTitle = 40;
const longest = 120;

const DONE =
  '办好|办结|办妥|做好|做实|抓好|搞好|解决好|解决|落实好|落实到位|落实|完成好|完成|处理好|处理|协调好|办了|办';
const TURNED = new RegExp(`^(?:把|将)(.{2,}?)(${DONE})$`, 'u');
const plainVerb: Readonly<Record<string, string>> = { 办: '办好', 办了: '办好', 落实到位: '落实', 完成好: '完成' };
const BEFORE =
  /^(?:[\s，,、。；;：:！!]|请|烦请|要求|要(?!求)|务必|必须|应当?|并|尽快|抓紧|马上|立即|之?前|完成(?=[^\p{Script=Han}]|$))+/u;
const AFTER = /(?:[\s，,、。；;：:！!]|之前|以前)+$/u;

/** What is to be done, as a title: the words without who and by when; empty when nothing is left. */
export function titleOf(words: string, taken: readonly Stretch[]): string {
  const left = [...words].length === words.length ? blanked(words, taken) : words;
  const sentences = left
    .split(/[。；;！!\n]/u)
    .map(tidy)
    .filter((sentence) => /\p{Script=Han}{2}/u.test(sentence));
  const [first = ''] = sentences;
  if (first.length <= longestTitle) return turned(first);
  const clause =
    first
      .split(/[，,]/u)
      .map(tidy)
      .find((each) => each.length >= 4) ?? first;
  return turned(clause).slice(0, longest);
}

function blanked(words: string, taken: readonly Stretch[]): string {
  const kept = [...words];
  for (const { start, end } of taken) for (let at = start; at < end; at++) kept[at] = '\u0000';
  return kept.join('').replaceAll('\u0000', '');
}

const tidy = (sentence: string): string =>
  sentence
    .replace(/[，,、](?:\s*[，,、])+/gu, '，')
    .replace(BEFORE, '')
    .replace(AFTER, '')
    .trim();

/** 把对接会办好 as 办好对接会. */
function turned(sentence: string): string {
  const clauses = sentence.split(/[，,]/u);
  const last = clauses.at(-1) ?? '';
  const found = TURNED.exec(last);
  if (found === null) return sentence;
  const [, what = '', verb = ''] = found;
  return [...clauses.slice(0, -1), `${plainVerb[verb] ?? verb}${what}`].join('，');
}
