import {
  type Change,
  type ClauseStanding,
  type Entitlement,
  type ExplainedGroup,
  type FactTable,
  factText,
  type Reason,
  type Standing,
} from '../../../src/policy/index.ts';
import type { Style } from '../terminal/terminal.ts';

/** How a clause stands, in a word. */
export const standingWords: Readonly<Record<Standing, string>> = {
  paid: '享受',
  'given-up': '可得，就高放弃',
  pending: '符合条件，要等别的查清',
  open: '还不能断定',
  covered: '还不能断定，但不会更多',
  reachable: '可以争取',
  'not-for': '不适用',
};

/** An explanation for the terminal: what is paid and by whom, and of each clause why, what is missing, and the way to it. */
export function explanationText(
  { clauses, excluded, sure, more, unlimited }: Entitlement,
  groups: readonly ExplainedGroup[],
  facts: FactTable,
  style: Style,
): string {
  const lines = [style.strong(`共 ${yuan(sure)}${moreText(more, unlimited)}`)];
  for (const { reason } of excluded) lines.push(`${style.red('✗')} 一律不给：${holdingWords(reason).join('、')}`);
  for (const group of groups) if (group.paid.length > 0) lines.push(groupLine(group, style));
  const shown = clauses.filter(({ standing }) => standing !== 'not-for');
  const others = clauses.filter(({ standing }) => standing === 'not-for');
  for (const each of [...shown, ...others]) lines.push(...clauseLines(each, groups, facts, style));
  return `${lines.join('\n')}\n`;
}

/** Which of the reasons to leave somebody out it is. */
const holdingWords = ({ words, state, parts }: Reason): string[] => {
  if (state !== 'yes') return [];
  const holding = parts.flatMap(holdingWords);
  return holding.length === 0 ? [words] : holding;
};

function moreText(more: number, unlimited: number): string {
  if (more === 0 && unlimited === 0) return '';
  if (more === 0) return `；还不能断定的有 ${unlimited} 条，没有写上限`;
  return `；还不能断定的最多再有 ${yuan(more)}${unlimited === 0 ? '' : `，另有 ${unlimited} 条没有写上限`}`;
}

function groupLine({ name, amount, payers, givenUp }: ExplainedGroup, style: Style): string {
  const shares = payers.map(({ payer, amount: share }) => `${payer} ${yuan(share)}`).join('，');
  const given = givenUp.map((each) => `${each.id}（${yuan(each.amount)}）`).join('、');
  return `${style.green('✓')} ${name}：${yuan(amount)}（${shares}）${given === '' ? '' : `；就高，放弃 ${given}`}`;
}

function clauseLines(
  standing: ClauseStanding,
  groups: readonly ExplainedGroup[],
  facts: FactTable,
  style: Style,
): string[] {
  const { explained, missing, path, by, amount } = standing;
  const { id, title, place, state, amountWords, because, evidence } = explained;
  const result = amount > 0 ? `${standingWords[standing.standing]} ${yuan(amount)}` : standingWords[standing.standing];
  const lines = ['', `${mark(state, style)} ${style.strong(title)} ${style.faint(`${place}　${id}`)}：${result}`];
  lines.push(...reasonLines(because, '  ', style));
  if (state === 'yes') lines.push(`  ${style.faint(`金额：${amountWords}`)}`);
  if (state === 'yes' && evidence.length > 0) lines.push(`  ${style.faint(`要交：${evidence.join('、')}`)}`);
  if (missing.length > 0) lines.push(`  还要知道：${missing.map((each) => nameOf(each, facts)).join('、')}`);
  if (standing.standing === 'reachable' && path !== null) {
    const changes = path.changes.map((each) => changeText(each, facts)).join('；');
    lines.push(
      `  最近的路：${changes}${by === null ? '' : `，在 ${by} 以前`}，可得 ${yuan(path.amount)}${coveredText(standing, path.amount, groups)}`,
    );
  }
  return lines;
}

/** Where only the highest of a group counts, another may pay as much already. */
function coveredText({ policy, clause }: ClauseStanding, amount: number, groups: readonly ExplainedGroup[]): string {
  const at = policy.clauses.indexOf(clause);
  const covered = policy.groups.some(
    ({ id, rule, members }) =>
      rule === 'highest' && members.includes(at) && groups.some((group) => group.id === id && group.amount >= amount),
  );
  return covered ? '；同组已得的不少于它，不会更多' : '';
}

/** What must all hold stands one below the other; alternatives stand under a line that says so. */
function reasonLines({ words, state, kind, sides, parts }: Reason, indent: string, style: Style): string[] {
  const inner = (deeper: string) => parts.flatMap((part) => reasonLines(part, deeper, style));
  if (kind === 'all' && parts.length > 0) return inner(indent);
  if (kind === 'any') return [`${indent}${mark(state, style)} 下列之一`, ...inner(`${indent}  `)];
  const now = sides?.left == null ? '' : style.faint(`（现在 ${figure(sides.left, sides.unit)}）`);
  return [`${indent}${mark(state, style)} ${words}${now}`];
}

const mark = (state: Reason['state'], style: Style): string =>
  state === 'yes' ? style.green('✓') : state === 'no' ? style.red('✗') : style.yellow('？');

const yuan = (amount: number): string => `${amount.toLocaleString('zh-CN')} 元`;

/** In the unit an office speaks of: 元 from ten thousand on as 万元, years without thousands, never as 0. */
function figure(value: number, unit: string): string {
  const digits = (number: number, grouped = true): string =>
    number.toLocaleString('zh-CN', { maximumFractionDigits: 8, useGrouping: grouped });
  if (unit === '元' && Math.abs(value) >= 10_000) return `${digits(value / 10_000)}万元`;
  if (unit === '年') return value === 0 ? '没有' : `${digits(value, false)}年`;
  return unit === '纯数' ? digits(value) : `${digits(value)}${unit}`;
}

const nameOf = (id: string, facts: FactTable): string => {
  const number = facts.numberOf(id);
  return number === undefined ? id : facts.at(number).name;
};

/** What has to change, with the gap in figures. */
function changeText({ fact: id, now, needs, limit }: Change, facts: FactTable): string {
  const number = facts.numberOf(id);
  if (number === undefined) return id;
  const fact = facts.at(number);
  if (fact.type === 'flag') return needs === 1 ? fact.name : `没有${fact.name}`;
  if (fact.type === 'choice') return `${fact.name}为${factText(fact, needs)}`;
  const from = now === null ? '' : `由 ${factText(fact, now)} `;
  const isYear = fact.written === '年' && fact.high > 1000;
  const gap = now === null || isYear ? '' : `（差 ${factText(fact, Math.abs(needs - now))}）`;
  const words = { least: '达到', most: '降到不高于', exactly: '成为' }[limit];
  return `${fact.name}${from}${now === null && limit === 'most' ? '不高于' : words} ${factText(fact, needs)}${gap}`;
}
