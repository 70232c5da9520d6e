import { Link } from '@tanstack/react-router';
import type { DiagnosisProspectJson } from '../../contract.ts';
import { diagnosisStateNames } from '../../domain/index.ts';
import { dayText, pointText } from './words.ts';

/** Past diagnoses, and what is asked of the enterprise. */
export function Prospect({ prospect }: { readonly prospect: DiagnosisProspectJson }) {
  const { past, duties } = prospect;
  return (
    <>
      {duties.map(({ campaignId, name, dueOn }) => (
        <p key={campaignId} className="diagnosis-open">
          “{name}”请在 {dueOn} 以前做完。
        </p>
      ))}
      {past.length === 0 ? (
        <p className="pale">还没有做过数字化诊断。</p>
      ) : (
        <ul>
          {past.map((row) => (
            <li key={row.id}>
              <Link
                to={row.state === 'inspected' ? '/diagnoses/$diagnosisId/result' : '/diagnoses/$diagnosisId'}
                params={{ diagnosisId: row.id }}
              >
                {dayText(row.begunAt)} {row.questionnaire.name}
              </Link>
              ，{diagnosisStateNames[row.state]}
              {row.score !== null && `，${row.levelName ?? '没有定级'}，${pointText(row.score)} 分`}
              {row.state === 'filling' && `，已答 ${row.answered} / ${row.wanted} 题`}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
