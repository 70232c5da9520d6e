import type {
  Change,
  ClosestPath,
  ExplainedClause,
  Explanation,
  Fact,
  FactTable,
  Reason,
} from '../../../src/policy/index.ts';
import type { Style } from '../terminal/terminal.ts';

/** An explanation for the terminal: what is paid and why, what is not and what is missing for it. */
export function explanationText(
  { groups, clauses, excluded, total }: Explanation,
  closest: (clause: number) => ClosestPath | null,
  facts: FactTable,
  style: Style,
): string {
  const lines = [style.strong(`共 ${yuan(total)}`)];
  if (excluded?.state === 'yes') lines.push(`${style.red('✗')} 不予奖补：${excluded.words}`);
  for (const group of groups) {
    if (group.paid.length === 0) continue;
    const payers = group.payers.map(({ payer, amount }) => `${payer} ${yuan(amount)}`).join('，');
    const given = group.givenUp.map(({ id, amount }) => `${id}（${yuan(amount)}）`).join('、');
    lines.push(
      `${style.green('✓')} ${group.name}：${yuan(group.amount)}（${payers}）${given === '' ? '' : `；就高，放弃 ${given}`}`,
    );
  }
  for (const [at, clause] of clauses.entries()) lines.push(...clauseLines(clause, closest(at), facts, style));
  return `${lines.join('\n')}\n`;
}

function clauseLines(clause: ExplainedClause, path: ClosestPath | null, facts: FactTable, style: Style): string[] {
  const { id, title, place, state, amount, amountWords, because, missing } = clause;
  const result = state === 'yes' ? yuan(amount) : state === 'no' ? '不享受' : '还不能断定';
  return [
    '',
    `${mark(state, style)} ${style.strong(title)} ${style.faint(`${place}　${id}`)}：${result}`,
    ...reasonLines(because, '  ', style),
    ...(state === 'yes' ? [`  ${style.faint(`金额：${amountWords}`)}`] : []),
    ...(missing.length > 0 ? [`  还要知道：${missing.map((each) => nameOf(each, facts)).join('、')}`] : []),
    ...(path === null
      ? []
      : [`  最近的路：${path.changes.map((each) => changeText(each, facts)).join('；')}，可得 ${yuan(path.amount)}`]),
  ];
}

function reasonLines({ words, state, sides, parts }: Reason, indent: string, style: Style): string[] {
  if (parts.length > 0) return parts.flatMap((part) => reasonLines(part, indent, style));
  const now = sides?.left == null ? '' : style.faint(`（现在 ${figure(sides.left, sides.unit)}）`);
  return [`${indent}${mark(state, style)} ${words}${now}`];
}

const mark = (state: Reason['state'], style: Style): string =>
  state === 'yes' ? style.green('✓') : state === 'no' ? style.red('✗') : style.yellow('？');

const yuan = (amount: number): string => `${amount.toLocaleString('zh-CN')} 元`;

/** In the unit an office speaks of: 元 from ten thousand on as 万元. */
function figure(value: number, unit: string): string {
  const digits = (number: number): string => number.toLocaleString('zh-CN', { maximumFractionDigits: 6 });
  if (unit === '元' && Math.abs(value) >= 10_000) return `${digits(value / 10_000)}万元`;
  return unit === '纯数' ? digits(value) : `${digits(value)}${unit}`.replace(/(\d),(\d{3}年)/u, '$1$2');
}

const factOf = (id: string, facts: FactTable): Fact | null => {
  const number = facts.numberOf(id);
  return number === undefined ? null : facts.at(number);
};
const nameOf = (id: string, facts: FactTable): string => factOf(id, facts)?.name ?? id;

function changeText({ fact: id, now, needs, limit }: Change, facts: FactTable): string {
  const fact = factOf(id, facts);
  if (fact === null) return id;
  if (fact.type === 'flag') return needs === 1 ? fact.name : `没有${fact.name}`;
  if (fact.type === 'choice') return `${fact.name}为${fact.options[needs]?.name ?? String(needs)}`;
  const shown = (stored: number): string =>
    `${(stored / fact.scale).toLocaleString('zh-CN', { useGrouping: false, maximumFractionDigits: 8 })}${fact.written}`;
  const from = now === null ? '' : `由 ${shown(now)} `;
  return `${fact.name}${from}${limit === 'most' ? '降到不高于' : '达到'} ${shown(needs)}`;
}
