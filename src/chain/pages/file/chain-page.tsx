import { DownloadOutlined, EditOutlined, PlusOutlined, PrinterOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { addressFor, keyOf, queryFor } from '../../../../platform/web/api.ts';
import { download } from '../../../../platform/web/download.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { Fact, Facts } from '../../../../platform/web/layout/facts.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type ChainFileJson, chainApi } from '../../contract.ts';
import { YearField } from '../parts/year-field.tsx';
import { ActDialog } from './act-dialog.tsx';
import { Acts } from './acts.tsx';
import { FileDialog } from './file-dialog.tsx';
import { Lists } from './lists.tsx';
import { Maps } from './maps.tsx';
import { Standing } from './standing.tsx';
import '../chain.css';

const route = getRouteApi('/chains/$chainId');

/** One chain: who runs it, what its chief did, how its tasks, projects and figures stand, its maps and lists. */
export function ChainPage() {
  const { chainId } = route.useParams();
  const { year, list } = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const [open, setOpen] = useState<'file' | 'act' | null>(null);
  const query = year === undefined ? {} : { year };
  const file = useQuery(queryFor(chainApi.readChainFile, { params: { chainId }, query }));
  usePageTitle(file.data?.name ?? '产业链');
  if (file.error && file.data === undefined) return <Failure error={file.error} onRetry={() => void file.refetch()} />;
  if (file.data === undefined) return <Waiting lines={12} />;
  const { data } = file;
  const changed = (): void => {
    setOpen(null);
    for (const endpoint of [chainApi.readChainFile, chainApi.listChainFiles, chainApi.listEntries])
      void client.invalidateQueries({ queryKey: keyOf(endpoint) });
  };
  const workbook = (): void =>
    void download(addressFor(chainApi.exportChainFile, { chainId })).catch((error: unknown) =>
      notify(sentencesOf(error).join('')),
    );
  return (
    <article className="page chain-page">
      <header className="chain-head">
        <h1>
          {data.name} <small>{data.regionName}</small>
        </h1>
        <YearField
          year={data.year}
          onYear={(next) => void navigate({ search: (before) => ({ ...before, year: next }) })}
        />
        <span className="chain-buttons">
          {data.mayKeep && (
            <>
              <Button type="primary" icon={<PlusOutlined aria-hidden="true" />} onClick={() => setOpen('act')}>
                登记活动
              </Button>
              <Button icon={<EditOutlined aria-hidden="true" />} onClick={() => setOpen('file')}>
                编辑档案
              </Button>
            </>
          )}
          <Link className="chain-map-link" to="/chain-map" search={{ chain: chainId }}>
            产业链图谱
          </Link>
          <Button icon={<DownloadOutlined aria-hidden="true" />} onClick={workbook}>
            图和清单总表
          </Button>
          <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={() => window.print()}>
            打印
          </Button>
        </span>
      </header>
      <Who file={data} />
      <Standing chainId={chainId} />
      <Acts file={data} onChanged={changed} />
      <Maps file={data} onChanged={changed} />
      <Lists
        file={data}
        chosen={list}
        onChoose={(next) => void navigate({ search: (before) => ({ ...before, list: next }), replace: true })}
        onChanged={changed}
      />
      {open === 'file' && <FileDialog file={data} onDone={changed} onClose={() => setOpen(null)} />}
      {open === 'act' && <ActDialog file={data} onDone={changed} onClose={() => setOpen(null)} />}
    </article>
  );
}

function Who({ file }: { readonly file: ChainFileJson }) {
  const { content, parent, parts, changedBy, changedAt } = file;
  const unsaid = <span className="pale">没有写</span>;
  return (
    <section aria-label="谁来抓">
      <Facts>
        <Fact name="链长">
          {content.chiefs.length === 0
            ? unsaid
            : content.chiefs.map(({ name, title }) => (
                <span key={`${name} ${title}`} className="chain-chief">
                  <b>{name}</b> {title}
                </span>
              ))}
        </Fact>
        <Fact name="牵头单位">
          {content.leadUnit === null ? (
            unsaid
          ) : (
            <Link to="/units/$unitId/tasks" params={{ unitId: content.leadUnit.id }}>
              {content.leadUnit.name}
            </Link>
          )}
        </Fact>
        <Fact name="链办">{content.office ?? unsaid}</Fact>
        <Fact name="行业协会">
          {content.association === null ? unsaid : `${content.association.name} ${content.association.contact}`.trim()}
        </Fact>
        <Fact name="主要承载地">{content.places.length === 0 ? unsaid : content.places.join('、')}</Fact>
        {parent !== null && (
          <Fact name="属于">
            <Link to="/chains/$chainId" params={{ chainId: parent.id }}>
              {parent.name}
            </Link>
          </Fact>
        )}
        {parts.length > 0 && (
          <Fact name="子链">
            {parts.map(({ id, name }) => (
              <Link key={id} className="chain-part" to="/chains/$chainId" params={{ chainId: id }}>
                {name}
              </Link>
            ))}
          </Fact>
        )}
      </Facts>
      {content.note !== null && <p className="chain-note">{content.note}</p>}
      {changedBy !== null && changedAt !== null && (
        <p className="pale">
          {changedBy}写于 {new Date(changedAt).toLocaleDateString('zh-CN')}
        </p>
      )}
    </section>
  );
}
