import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { changeKindNames, type EnterpriseHistoryJson, type EnterpriseJson, enterpriseApi } from '../../contract.ts';
import { PartValue } from '../parts/part-value.tsx';
import { useWords } from '../parts/use-enterprise.ts';
import { aboutChange, momentWords, partName } from '../parts/words.ts';

const step = 10;
const most = 100;

/** Who changed what, from when on and why; the newest first. */
export function History({ enterprise }: { readonly enterprise: EnterpriseJson }) {
  const [size, setSize] = useState(step);
  const params = { enterpriseId: enterprise.id };
  const history = useQuery({
    ...queryFor(enterpriseApi.readHistory, { params, query: { pageSize: size } }),
    placeholderData: keepPreviousData,
  });
  if (history.error && history.data === undefined)
    return <Failure error={history.error} onRetry={() => void history.refetch()} />;
  if (history.data === undefined) return <Waiting lines={4} />;
  const { rows, total } = history.data;
  return (
    <>
      <ol className="enterprise-history">
        {rows.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {total > rows.length && size < most && (
        <p>
          <Button size="small" onClick={() => setSize(Math.min(most, size + 3 * step))}>
            看更早的（共 {total} 条）
          </Button>
        </p>
      )}
    </>
  );
}

/** Parts of an entry before and after; other changes only say what they were about. */
function Entry({ entry }: { readonly entry: EnterpriseHistoryJson }) {
  const { kind, holdsFrom, parts, before, after, reason, at, by } = entry;
  const words = useWords().data ?? { titles: [], figures: [] };
  const about = aboutChange(entry, words);
  const compared = kind === 'changed' || kind === 'corrected' ? parts : [];
  return (
    <li>
      <b>{holdsFrom}</b>
      <div>
        {changeKindNames[kind]}
        {compared.length === 0 && about !== '' && `：${about}`}
        {compared.length > 0 && (
          <dl>
            {compared.map((part) => (
              <div key={part}>
                <dt>{partName(part)}</dt>
                <dd>
                  <del>
                    <PartValue part={part} value={before[part]} />
                  </del>
                  {' → '}
                  <ins>
                    <PartValue part={part} value={after[part]} />
                  </ins>
                </dd>
              </div>
            ))}
          </dl>
        )}
        {reason !== '' && <div>理由：{reason}</div>}
        <small>
          {by}，{momentWords(at)}
        </small>
      </div>
    </li>
  );
}
