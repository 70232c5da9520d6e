import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState } from 'react';
import { fieldWord } from '../../../../platform/messages/fields.ts';
import { addressFor, keyOf, send } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { ImportFlow } from '../../../../platform/web/import/import-flow.tsx';
import { formWith } from '../../../../platform/web/import/send-file.ts';
import { Tabs } from '../../../../platform/web/layout/tabs.tsx';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { shifted } from '../../../kernel/index.ts';
import { type ProjectImportCheckJson, projectApi } from '../../contract.ts';
import { reasonWords } from '../new/likes.tsx';
import { today } from '../parts/words.ts';
import '../parts/project.css';
import '../parts/likes.css';

const route = getRouteApi('/projects/import');
const panel = 'project-import';

/** Workbooks: the list of projects, and the investment of a month. */
export function ImportPage() {
  const { what } = route.useSearch();
  const navigate = route.useNavigate();
  const mayKeep = useMay('project.keep');
  usePageTitle('导入项目');
  if (!mayKeep)
    return (
      <Empty title="不能导入">
        <p>您的岗位没有登记和更新项目的权限。</p>
      </Empty>
    );
  return (
    <article className="page project-page page-narrow">
      <p className="page-back">
        <Link to="/projects">全部项目</Link>
      </p>
      <h1>导入</h1>
      <Tabs
        label="导入什么"
        tabs={[
          { key: 'projects', title: '项目清单' },
          { key: 'months', title: '月度投资' },
        ]}
        chosen={what ?? 'projects'}
        onChoose={(key) => void navigate({ search: key === 'months' ? { what: 'months' } : {} })}
        panel={panel}
      />
      <div id={panel} role="tabpanel" aria-labelledby={`${panel}-${what ?? 'projects'}`}>
        {what === 'months' ? <MonthImport /> : <ListImport />}
      </div>
    </article>
  );
}

function useRefresh(): () => void {
  const client = useQueryClient();
  return () => {
    for (const endpoint of [
      projectApi.listProjects,
      projectApi.totalProjects,
      projectApi.readProject,
      projectApi.listPairs,
    ])
      void client.invalidateQueries({ queryKey: keyOf(endpoint) });
  };
}

function ListImport() {
  const refresh = useRefresh();
  const [doubles, setDoubles] = useState<ProjectImportCheckJson['doubles']>([]);
  return (
    <>
      <ImportFlow
        kind={{
          name: '项目清单',
          template: addressFor(projectApi.projectTemplate, undefined),
          check: async (file) => {
            const found = await send(projectApi.checkProjectImport, { form: formWith(file) });
            setDoubles(found.doubles);
            return found;
          },
          commit: async (file, fingerprint) => {
            await send(projectApi.importProjects, { form: formWith(file, { fingerprint }) });
          },
          fieldName: fieldWord,
          done: '项目清单已导入。',
        }}
        onDone={refresh}
      />
      {doubles.length > 0 && (
        <section className="project-likes" aria-label="可能相同的项目">
          <h2>有 {doubles.length} 行可能和别的项目是同一个</h2>
          <p>导入以后列在“相同项目”里，由有核定权限的人判定，判定为同一个的只算一次。也可以先把这些行去掉。</p>
          <ul>
            {doubles.map(({ row, name, likes }) => (
              <li key={row}>
                <b>第 {row} 行</b>
                <span>
                  {name}
                  {likes.map((like, at) => (
                    <small key={like.id ?? `${like.unitName} ${at}`}>
                      像{like.name ?? `${like.regionName}${like.unitName}管的一个项目`}（{like.score}%：
                      {reasonWords(like.reasons)}）
                    </small>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function MonthImport() {
  const refresh = useRefresh();
  const now = today().slice(0, 7);
  const [month, setMonth] = useState(shifted(now, -1));
  return (
    <>
      <p>
        <label className="project-as-of" htmlFor="project-month">
          月份
          <Input
            id="project-month"
            type="month"
            max={now}
            value={month}
            onChange={({ target }) => target.value !== '' && setMonth(target.value)}
          />
        </label>
      </p>
      <ImportFlow
        key={month}
        kind={{
          name: '月度投资',
          template: addressFor(projectApi.monthSheet, undefined, { month }),
          check: (file) => send(projectApi.checkMonthImport, { form: formWith(file) }),
          commit: async (file, fingerprint) => {
            await send(projectApi.importMonths, { form: formWith(file, { fingerprint }) });
          },
          fieldName: fieldWord,
          done: '月度投资已导入。',
        }}
        onDone={refresh}
      />
    </>
  );
}
