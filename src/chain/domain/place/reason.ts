import type { ChainMap } from '../map/index.ts';
import type { CodeReading } from './code.ts';
import type { Evidence, RankedNode } from './model.ts';

interface Told {
  readonly code: CodeReading;
  readonly byCode: readonly number[];
  readonly dealer: boolean;
}

/** Why an enterprise stands where it does, in words that a clerk can check. */
export function reasonOf(map: ChainMap, ranked: readonly RankedNode[], told: Told): string {
  const [first] = ranked;
  if (first === undefined) return `没有本链的产品、名称和行业代码${codeWords(told.code, '；行业代码')}。`;
  const said = [...first.evidence]
    .sort((a, b) => b.share * map.place[b.kind] - a.share * map.place[a.kind])
    .map((evidence) => evidenceWords(evidence, told.code))
    .filter((each) => each !== '');
  if (first.score < map.place.border) {
    const but = said.length === 0 ? '' : `，只有${said.join('、')}`;
    return `得分 ${round(first.score)}，低于 ${map.place.border}，不属于本链${but}。`;
  }
  const node = map.nodes.find(({ id }) => id === first.nodeId);
  const notes = [
    ...(told.dealer && node?.sells === true ? ['只卖不产，按销售计'] : []),
    ...(contradicts(map, first, told) ? [`行业代码${codeWords(told.code, '')}与产品不一致，以产品为准`] : []),
  ];
  return `${[...said, ...notes].join('；')}。`;
}

function evidenceWords({ kind, words }: Evidence, code: CodeReading): string {
  const quoted = [...new Set(words)].slice(0, 3).map((word) => `“${word.slice(0, 30)}”`);
  if (kind === 'code') return `行业代码${codeWords(code, '')}`;
  if (quoted.length === 0) return '';
  if (kind === 'products') return `产品${quoted.join('')}`;
  if (kind === 'name') return `名称中${quoted.join('')}`;
  return `经营范围${quoted.join('')}`;
}

const codeWords = ({ code, name, now }: CodeReading, lead: string): string => {
  if (code === null) return '';
  const moved = now.length === 1 && now[0] === code ? '' : `，现为 ${now.join('、')}`;
  return `${lead}${code}${name === null ? '' : ` ${name}`}${moved}`;
};

/** The code speaks clearly for another node of the chain than the one that the products speak for. */
const contradicts = (map: ChainMap, first: RankedNode, { byCode }: Told): boolean => {
  const at = map.nodes.findIndex(({ id }) => id === first.nodeId);
  return (byCode[at] ?? 0) === 0 && Math.max(0, ...byCode) >= 0.5;
};

const round = (score: number): number => Math.round(score * 10) / 10;
