import { EditOutlined, PrinterOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { keyOf, queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { dayWords } from '../../../task/domain/index.ts';
import { type BulletinJson, reportApi } from '../../contract.ts';
import { bulletinKindNames } from '../../domain/index.ts';
import { StateTag } from '../parts/state-tag.tsx';
import { FigurePanel } from './figure-panel.tsx';
import { FilesPanel } from './files-panel.tsx';
import { PaperActions } from './paper-actions.tsx';
import { PaperFacts, Recipients, Steps } from './paper-facts.tsx';
import { PaperText } from './paper-text.tsx';
import '../bulletins.css';
import './paper.css';

const route = getRouteApi('/bulletins/$bulletinId');

/** One paper as it is read, with what can be done with it, its files and its history. */
export function PaperPage() {
  const { bulletinId } = route.useParams();
  const client = useQueryClient();
  const [figure, setFigure] = useState<string | null>(null);
  const found = useQuery(queryFor(reportApi.readBulletin, { params: { bulletinId } }));
  usePageTitle(found.data?.title ?? '文稿');
  if (found.error && found.data === undefined)
    return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <Waiting lines={14} />;
  const { data } = found;
  const changed = (paper?: BulletinJson): void => {
    const { queryKey } = queryFor(reportApi.readBulletin, { params: { bulletinId } });
    if (paper === undefined) void client.invalidateQueries({ queryKey });
    else client.setQueryData(queryKey, paper);
    for (const endpoint of [reportApi.listBulletins, reportApi.countBulletins])
      void client.invalidateQueries({ queryKey: keyOf(endpoint) });
  };
  return (
    <article className="page bulletins-page paper-page">
      <header className="paper-head">
        <span className="paper-kind">
          {bulletinKindNames[data.kind]} <StateTag state={data.state} />
        </span>
        <span className="paper-buttons">
          {data.can.edit && (
            <Link to="/bulletins/$bulletinId/edit" params={{ bulletinId }}>
              <Button icon={<EditOutlined aria-hidden="true" />}>修改</Button>
            </Link>
          )}
          {data.can.compare && (
            <Link to="/bulletins/$bulletinId/edit" params={{ bulletinId }} search={{ view: 'compare' }}>
              <Button>对照生成稿</Button>
            </Link>
          )}
          <PaperActions paper={data} onChanged={changed} />
          <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={() => window.print()}>
            打印
          </Button>
        </span>
      </header>
      <Notices paper={data} />
      <div className="paper-columns">
        <section className="paper-sheet" aria-label="正文">
          <SheetHead paper={data} />
          <PaperText blocks={data.blocks} figures={data.figures} onFigure={setFigure} />
          <SheetFoot paper={data} />
        </section>
        <aside className="paper-side">
          <PaperFacts paper={data} />
          <FilesPanel paper={data} onChanged={changed} />
          <Recipients paper={data} />
          <Steps paper={data} />
        </aside>
      </div>
      <FigurePanel bulletinId={bulletinId} figure={figure} onClose={() => setFigure(null)} />
    </article>
  );
}

function Notices({ paper }: { readonly paper: BulletinJson }) {
  return (
    <>
      {paper.faults > 0 && (
        <p className="paper-notice" role="status">
          文中有 {paper.faults} 个数和冻结的不同，或者是手写的。
          {paper.can.compare && (
            <Link to="/bulletins/$bulletinId/edit" params={{ bulletinId: paper.id }} search={{ view: 'compare' }}>
              看是哪些
            </Link>
          )}
        </p>
      )}
      {paper.correctedBy.map(({ id, title, number }) => (
        <p key={id} className="paper-notice" role="status">
          这份文稿有更正：
          <Link to="/bulletins/$bulletinId" params={{ bulletinId: id }}>
            {number ?? title}
          </Link>
        </p>
      ))}
    </>
  );
}

function SheetHead({ paper: { title, number, addressee } }: { readonly paper: BulletinJson }) {
  return (
    <>
      {number !== null && <p className="paper-number">{number}</p>}
      <h1>{title}</h1>
      {addressee !== null && <p className="paper-addressee">{addressee}：</p>}
    </>
  );
}

function SheetFoot({ paper: { issuer, signedOn, copies } }: { readonly paper: BulletinJson }) {
  return (
    <footer className="paper-foot">
      <p>{issuer}</p>
      <p>{signedOn === null ? '（签发后写日期）' : dayWords(signedOn)}</p>
      {copies !== null && <p className="paper-copies">抄送：{copies}</p>}
    </footer>
  );
}
