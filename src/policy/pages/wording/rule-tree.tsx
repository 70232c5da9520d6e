import { numbered } from '../../../../platform/web/layout/numbered.ts';
import type { ReasonLineJson, RuleLineJson } from '../../contract.ts';
import { type Branch, branchesOf } from './branches.ts';
import './rule-tree.css';

const joins = { all: '下面的都要符合', any: '下面的符合一条就行', not: '不能是' } as const;
const stateNames = { yes: '符合', no: '不符合', unknown: '还不能断定' } as const;
/** Signs beside the colours, so that nothing is told by colour alone. */
const signs = { yes: '✓', no: '✕', unknown: '?' } as const;

type Line = RuleLineJson | ReasonLineJson;

/** A rule as a tree that reads from the top; with what came out, where it was asked for somebody. */
export function RuleTree({ lines }: { readonly lines: readonly Line[] }) {
  return <Branches branches={branchesOf(lines)} />;
}

const Branches = ({ branches }: { readonly branches: readonly Branch<Line>[] }) => (
  <ul className="rule-tree">
    {numbered(branches).map(({ at, value: { line, parts } }) => (
      <li key={at}>
        <Told line={line} />
        {parts.length > 0 && <Branches branches={parts} />}
      </li>
    ))}
  </ul>
);

function Told({ line }: { readonly line: Line }) {
  const words = line.kind === 'leaf' ? line.words : joins[line.kind];
  if (!('state' in line)) return <span className={`rule-${line.kind}`}>{words}</span>;
  const { state, sides } = line;
  return (
    <span className={`rule-${line.kind} rule-state-${state}`}>
      <span aria-hidden="true">{signs[state]} </span>
      {words}
      <span className="visually-hidden">：{stateNames[state]}</span>
      {sides !== null && (
        <span className="rule-sides">
          实际 {figure(sides.left)}，标准 {figure(sides.right)} {sides.unit === '纯数' ? '' : sides.unit}
        </span>
      )}
    </span>
  );
}

const plain = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 8, useGrouping: false });
const grouped = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 8 });
const mostYear = 9999;
/** Years have no thousands. */
const figure = (value: number | null): string =>
  value === null ? '还不知道' : (Math.abs(value) <= mostYear ? plain : grouped).format(value);
