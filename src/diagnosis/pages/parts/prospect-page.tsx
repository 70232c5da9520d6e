import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { keyOf, queryFor, send } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { diagnosisApi } from '../../contract.ts';
import { minimumFactNames } from '../../domain/index.ts';
import { Prospect } from './prospect.tsx';
import './diagnosis.css';

const route = getRouteApi('/enterprises/$enterpriseId/diagnosis');

/** What an enterprise did, what it may begin, and what stands in the way. */
export function ProspectPage() {
  const { enterpriseId } = route.useParams();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const [fault, setFault] = useState<unknown>(null);
  usePageTitle('数字化诊断');
  const prospect = useQuery(queryFor(diagnosisApi.readProspect, { params: { enterpriseId } }));
  if (prospect.error && prospect.data === undefined)
    return <Failure error={prospect.error} onRetry={() => void prospect.refetch()} />;
  if (prospect.data === undefined) return <Waiting lines={6} />;
  const { enterprise, questionnaires, empty, past, may } = prospect.data;
  const isOpen = (id: string): boolean =>
    past.some(({ state, questionnaire }) => questionnaire.id === id && (state === 'filling' || state === 'submitted'));
  const start = async (questionnaireId: string): Promise<void> => {
    try {
      const begun = await send(diagnosisApi.startDiagnosis, { params: { enterpriseId }, body: { questionnaireId } });
      await client.invalidateQueries({ queryKey: keyOf(diagnosisApi.readProspect) });
      await navigate({ to: '/diagnoses/$diagnosisId', params: { diagnosisId: begun.id } });
    } catch (cause) {
      setFault(cause);
    }
  };
  return (
    <article className="page diagnosis-page">
      <p>
        <Link to="/diagnoses" search={{}}>
          全部诊断
        </Link>
      </p>
      <h1>{enterprise.name}的数字化诊断</h1>
      <Prospect prospect={prospect.data} />
      {fault !== null && <Failure error={fault} onRetry={() => setFault(null)} />}
      {questionnaires.map(({ id, name, edition, table, questions, open, missing }) => (
        <section key={id} aria-labelledby={`start-${id}`}>
          <h2 id={`start-${id}`}>{name}</h2>
          <p>
            {edition}，{table}，最多 {questions} 题。
          </p>
          <ul className="diagnosis-open">
            {open.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          {missing.length > 0 && (
            <p role="note">开始以前，企业档案里还要有：{missing.map((fact) => minimumFactNames[fact]).join('、')}。</p>
          )}
          {may.fill && missing.length === 0 && !isOpen(id) && (
            <Button type="primary" onClick={() => void start(id)}>
              开始诊断
            </Button>
          )}
        </section>
      ))}
      {empty.map(({ name, edition, source, open }) => (
        <p key={edition} className="pale">
          {name}还有{edition}（{source}），现在不能用：{open[0]}
        </p>
      ))}
    </article>
  );
}
