import { Link } from '@tanstack/react-router';
import type { Column } from '../../../../platform/web/list/model.ts';
import { type DiagnosisField, type DiagnosisRowJson, diagnosisFields, diagnosisLabels } from '../../contract.ts';
import { dayText, pointText } from '../parts/words.ts';

const column = (
  key: DiagnosisField,
  rest: Omit<Column<DiagnosisRowJson>, 'key' | 'title'>,
): Column<DiagnosisRowJson> => ({
  ...{ key, title: diagnosisFields[key].title },
  ...rest,
});
const points = (hundredths: number | null): string => (hundredths === null ? '—' : pointText(hundredths));

/** Everything that the list of diagnoses can show. */
export const diagnosisColumns: readonly Column<DiagnosisRowJson>[] = [
  column('enterprise', {
    ...{ width: 'minmax(220px, 2fr)', narrow: 'main' },
    render: (row) => (
      <Link
        to={row.state === 'inspected' ? '/diagnoses/$diagnosisId/result' : '/diagnoses/$diagnosisId'}
        params={{ diagnosisId: row.id }}
      >
        {row.enterprise.name}
      </Link>
    ),
  }),
  column('state', {
    ...{ width: '96px', narrow: 'figure' },
    render: ({ state }) => diagnosisLabels.state?.[state] ?? state,
  }),
  column('level', {
    ...{ width: '84px' },
    render: ({ levelName, state }) => levelName ?? (state === 'inspected' ? '未定级' : '—'),
  }),
  column('score', { ...{ width: '84px', align: 'end' as const }, render: ({ score }) => points(score) }),
  column('selfScore', { ...{ width: '96px', align: 'end' as const }, render: ({ selfScore }) => points(selfScore) }),
  column('region', { width: '110px', render: ({ region }) => region.name }),
  column('chain', { width: '120px', render: ({ chain }) => chain?.name ?? '—' }),
  column('begunAt', { width: '110px', render: ({ begunAt }) => dayText(begunAt) }),
  column('submittedAt', { width: '110px', render: ({ submittedAt }) => dayText(submittedAt) }),
  column('inspectedAt', { width: '110px', render: ({ inspectedAt }) => dayText(inspectedAt) }),
];
