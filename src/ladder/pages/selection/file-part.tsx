import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import type { FilePartProps } from '../../../../platform/web/shell/file-parts.ts';
import { selectionApi } from '../../contract.ts';
import { entryStateWords, verdictWords } from './parts/use-selection.ts';

/** In the file of an enterprise: the rounds that are open to it and those it took part in. */
export default function SelectionPart({ enterprise }: FilePartProps) {
  const prospects = useQuery(queryFor(selectionApi.readProspects, { params: { enterpriseId: enterprise.id } }));
  if (prospects.error && prospects.data === undefined)
    return <Failure error={prospects.error} onRetry={() => void prospects.refetch()} />;
  if (prospects.data === undefined) return <Waiting lines={2} />;
  const { rounds, removals } = prospects.data;
  const open = removals.filter(({ state }) => state === 'noticed');
  return (
    <>
      {open.map(({ id, title, endsOn }) => (
        <p key={id} className="page-note">
          {title.name}从 {endsOn} 起退出。
        </p>
      ))}
      {rounds.length === 0 ? (
        <p className="pale">现在没有能申报的遴选。</p>
      ) : (
        <ul>
          {rounds.map(({ id, name, state, verdict, entry, applyTo, open: isOpen }) => (
            <li key={id}>
              <strong>{name}</strong>，{state}，
              {entry === null
                ? `${verdictWords[verdict]}${isOpen ? `，${applyTo} 截止` : ''}`
                : entryStateWords[entry.state]}
              {entry?.chosen === true && '，在名单里'}
            </li>
          ))}
        </ul>
      )}
      {(rounds.length > 0 || removals.length > 0) && (
        <p>
          <Link to="/enterprises/$enterpriseId/selections" params={{ enterpriseId: enterprise.id }}>
            申报和查看
          </Link>
        </p>
      )}
    </>
  );
}
