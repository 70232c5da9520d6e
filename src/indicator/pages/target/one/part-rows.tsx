import { Link } from '@tanstack/react-router';
import type { PartJson, TargetJson } from '../../../contract.ts';
import { amount } from '../words.ts';
import { type DraftState, figureOf, type Typed, typedOf } from './draft-state.ts';

interface Props {
  readonly target: TargetJson;
  readonly state: DraftState;
  readonly editable: boolean;
  onType(key: string, typed: Typed): void;
}

const stateNames = { issued: '已下达', draft: '拟下达', none: '没有分到' } as const;

/** The tree as a table, deeper places set in; what is not handed down is an input. */
export function PartRows({ target, state, editable, onType }: Props) {
  const written = { unit: target.unit, decimals: target.decimals };
  return (
    <table className="target-tree">
      <thead>
        <tr>
          <th scope="col">下一级</th>
          <th scope="col" className="is-figure">
            {target.lastPeriod === null ? '上年实绩' : `${target.lastPeriod} 年实绩`}
          </th>
          <th scope="col" className="is-figure">
            目标（{target.unit}）
          </th>
          <th scope="col">手工定</th>
          <th scope="col">状态</th>
          <th scope="col" className="is-figure">
            再往下没有分的
          </th>
        </tr>
      </thead>
      <tbody>
        {target.parts.map((part) => (
          <tr key={part.key}>
            <th scope="row" style={{ paddingLeft: 10 + (part.depth - 1) * 22 }}>
              {part.targetId === null ? (
                part.name
              ) : (
                <Link to="/targets/$targetId" params={{ targetId: part.targetId }}>
                  {part.name}
                </Link>
              )}
            </th>
            <td className="is-figure">{target.mode === 'growth' ? '—' : amount(part.last, written)}</td>
            <td className="is-figure">
              <Figure
                part={part}
                target={target}
                typed={typedOf(state, part.key)}
                editable={editable}
                onType={onType}
              />
            </td>
            <td>
              {editable && part.depth === 1 && part.state !== 'issued' && (
                <input
                  type="checkbox"
                  aria-label={`${part.name}手工定，测算时不动`}
                  checked={typedOf(state, part.key).fixed}
                  onChange={(event) => onType(part.key, { ...typedOf(state, part.key), fixed: event.target.checked })}
                />
              )}
            </td>
            <td className={part.state === 'none' ? 'target-red' : undefined}>{stateNames[part.state]}</td>
            <td className="is-figure">
              <Rest part={part} written={written} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface FigureProps {
  readonly part: PartJson;
  readonly target: TargetJson;
  readonly typed: Typed;
  readonly editable: boolean;
  onType(key: string, typed: Typed): void;
}

function Figure({ part, target, typed, editable, onType }: FigureProps) {
  if (!editable || part.depth !== 1 || part.state === 'issued')
    return (
      <>
        {amount(part.value, target)}
        {part.first !== null && part.first !== part.value && (
          <div className="pale">最初 {amount(part.first, target)}</div>
        )}
      </>
    );
  return (
    <input
      type="text"
      inputMode="decimal"
      aria-label={`${part.name}的目标`}
      aria-invalid={figureOf(typed.text, target.decimals) === 'wrong'}
      value={typed.text}
      onChange={(event) => onType(part.key, { text: event.target.value, fixed: event.target.value.trim() !== '' })}
    />
  );
}

function Rest({ part, written }: { readonly part: PartJson; readonly written: { unit: string; decimals: number } }) {
  const { sum, value } = part;
  if (sum === null || value === null) return <>—</>;
  if (sum.rest === null) return <>—</>;
  if (sum.rest === 0) return <>分完</>;
  return (
    <span className="target-red">
      {sum.rest < 0 ? '加码 ' : ''}
      {amount(Math.abs(sum.rest), written)}
    </span>
  );
}
