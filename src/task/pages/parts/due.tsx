import './parts.css';

interface Props {
  readonly first: string | null;
  readonly now: string | null;
}

/** A deadline; where more time was given the first one stays in sight, crossed out. */
export function Due({ first, now }: Props) {
  if (now === null) return <span className="pale">没有时限</span>;
  return (
    <span className="task-due">
      {now}
      {first !== null && first !== now && (
        <del>
          <span className="visually-hidden">最初时限</span>
          {first}
        </del>
      )}
    </span>
  );
}
