import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import type { FilePartProps } from '../../../../platform/web/shell/file-parts.ts';
import { diagnosisApi } from '../../contract.ts';
import { Prospect } from './prospect.tsx';
import './diagnosis.css';

/** The diagnoses of an enterprise in its file, the newest first. */
export default function DiagnosisPart({ enterprise }: FilePartProps) {
  const prospect = useQuery(queryFor(diagnosisApi.readProspect, { params: { enterpriseId: enterprise.id } }));
  if (prospect.error && prospect.data === undefined)
    return <Failure error={prospect.error} onRetry={() => void prospect.refetch()} />;
  if (prospect.data === undefined) return <Waiting lines={3} />;
  return (
    <>
      <Prospect prospect={prospect.data} />
      <p>
        <Link to="/enterprises/$enterpriseId/diagnosis" params={{ enterpriseId: enterprise.id }}>
          开始或查看诊断
        </Link>
      </p>
    </>
  );
}
