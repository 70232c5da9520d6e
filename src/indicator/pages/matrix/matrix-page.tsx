import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import type { ReportContent } from '../../contract/reading-api.ts';
import { SaveReport } from '../reports/save-report.tsx';
import type { MatrixChange, MatrixSearch } from './address.ts';
import { MatrixView } from './matrix-view.tsx';

const route = getRouteApi('/matrix');

/** The matrix by itself; its address says how it stands. */
export function MatrixPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [saving, setSaving] = useState<ReportContent | null>(null);
  usePageTitle('经纬矩阵');
  const change = (next: MatrixChange): void =>
    void navigate({ search: (before: MatrixSearch) => ({ ...before, ...next }) as MatrixSearch, replace: true });
  return (
    <div className="matrix-page">
      <h1>经纬矩阵</h1>
      <MatrixView
        search={search}
        onChange={change}
        tools={(content) => (
          <div className="matrix-tools">
            <Button onClick={() => setSaving(content)}>保存</Button>
            <Button onClick={() => window.print()}>打印</Button>
          </div>
        )}
      />
      {saving !== null && (
        <SaveReport
          content={saving}
          from={search.report}
          onClose={() => setSaving(null)}
          onSaved={({ id }) => change({ report: id })}
        />
      )}
    </div>
  );
}
