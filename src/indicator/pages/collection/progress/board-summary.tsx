import { periodWords } from '../../../domain/wording/period.ts';
import type { BoardJson } from './board.ts';
import { barParts, boardSentences, filledShare } from './board-words.ts';

/** How far a form is: a bar of its units by state, and what it means. */
export function BoardSummary({ board }: { readonly board: BoardJson }) {
  const { counts, period, dueOn } = board;
  const parts = barParts(counts);
  if (period === null) return <p className="board-none">还没有到第一期开始填的日子，没有要填的表。</p>;
  return (
    <div className="board-summary">
      <p className="board-when">
        {periodWords(period)}
        {dueOn !== null && `，${dueOn} 截止`}。必填的格填了 <b>{filledShare(counts)}%</b>。
      </p>
      <div className="board-bar" aria-hidden="true">
        {parts.map(({ key, count }) => (
          <span key={key} data-state={key} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul className="board-legend" aria-label="各种状态的单位">
        {parts.map(({ key, name, count }) => (
          <li key={key} data-state={key}>
            {name} <b>{count}</b>
          </li>
        ))}
      </ul>
      <p className="board-words">{boardSentences(counts).join('')}</p>
    </div>
  );
}
