import { Link } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { Amount } from '../../../../platform/web/money/amount.tsx';
import type { ProjectLikeJson } from '../../contract.ts';
import { likenessNames } from '../../domain/index.ts';

/** Why two are held to be alike: `企业 95%、地点 100%`. */
export const reasonWords = (reasons: ProjectLikeJson['reasons']): string =>
  reasons
    .map(({ part, alike }) => (alike === 100 ? `${likenessNames[part]}相同` : `${likenessNames[part]} ${alike}%`))
    .join('、');

interface Props {
  readonly likes: readonly ProjectLikeJson[];
  readonly seen: boolean;
  onSeen(seen: boolean): void;
}

/** Projects that may be the same as the one that is about to be registered: whoever registers looks at them first. */
export function Likes({ likes, seen, onSeen }: Props) {
  return (
    <section className="project-likes" role="alert" aria-label="可能相同的项目">
      <h2>可能已经登记过</h2>
      <ul>
        {likes.map((like, at) => (
          <li key={like.id ?? `${like.unitName} ${at}`}>
            <b>{like.score}%</b>
            <span>
              {like.id === null ? (
                <>
                  {like.regionName}
                  {like.unitName}管的一个项目（不在您的范围内，请和该单位核对）
                </>
              ) : (
                <Link to="/projects/$projectId" params={{ projectId: like.id }} target="_blank">
                  {like.name}
                </Link>
              )}
              <small>
                {like.enterprise !== null && `${like.enterprise} · ${like.regionName}${like.unitName} · `}
                {like.totalFen !== null && <Amount fen={like.totalFen} />}
              </small>
              <small>{reasonWords(like.reasons)}</small>
            </span>
          </li>
        ))}
      </ul>
      <Checkbox checked={seen} onChange={({ target }) => onSeen(target.checked)}>
        已逐个看过，不是同一个项目，仍要登记（由有核定权限的人再判定）
      </Checkbox>
    </section>
  );
}
