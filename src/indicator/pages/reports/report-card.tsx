import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { addressFor, keyOf, send } from '../../../../platform/web/api.ts';
import { download } from '../../../../platform/web/download.ts';
import { sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import {
  type ReportJson,
  readingApi,
  reportKindNames,
  reportScheduleNames,
  reportShareNames,
  reportStopNames,
} from '../../contract/reading-api.ts';
import { momentWords } from '../cell/moment.ts';
import { ReportDialog } from './save-report.tsx';
import { openedOf, stopHelp } from './words.ts';

interface Props {
  readonly report: ReportJson;
  /** It is the page, and not one of a list. */
  readonly alone?: boolean;
  onGone?(): void;
}

/** A saved table: what it is, who sees it, when it is made, and what was made of it. */
export function ReportCard({ report, alone = false, onGone }: Props) {
  const { id, name, content, share, schedule, owner, mine, stopped, nextAt, changedAt, issues } = report;
  const [open, setOpen] = useState(false);
  const client = useQueryClient();
  const remove = async (): Promise<void> => {
    try {
      await send(readingApi.removeReport, { params: { reportId: id } });
      notify(`已删去「${name}」。`);
      onGone?.();
      await client.invalidateQueries({ queryKey: keyOf(readingApi.listReports) });
    } catch (error) {
      notify(sentencesOf(error).join('\n'), { tone: 'bad' });
    }
  };
  const Title = alone ? 'h1' : 'h3';
  return (
    <article className="report-card" aria-label={name}>
      <div className="report-top">
        <Title>
          <Link {...openedOf(report)}>{name}</Link>
        </Title>
        <div className="report-tools">
          {mine && (
            <>
              <Button onClick={() => setOpen(true)} aria-label={`修改「${name}」`}>
                修改
              </Button>
              <Popconfirm
                title={`删去「${name}」？`}
                description={issues.length > 0 ? `已生成的 ${issues.length} 份也一起删去。` : undefined}
                okText="删去"
                cancelText="不"
                onConfirm={remove}
              >
                <Button danger aria-label={`删去「${name}」`}>
                  删去
                </Button>
              </Popconfirm>
            </>
          )}
        </div>
      </div>
      <p className="report-facts">
        <span>{reportKindNames[content.kind]}</span>
        {mine ? <span>给谁看：{reportShareNames[share]}</span> : <span>{`${owner.name}（${owner.unit}）共享`}</span>}
        {schedule !== 'none' && <span>{reportScheduleNames[schedule]}生成 Excel</span>}
        {nextAt !== null && stopped === null && <span>下一次 {momentWords(nextAt)}</span>}
        <span>{momentWords(changedAt)} 保存</span>
      </p>
      {stopped !== null && (
        <p className="report-stopped" role="note">
          {momentWords(stopped.at)} 起不再生成：{reportStopNames[stopped.why]}。{mine && stopHelp[stopped.why]}
        </p>
      )}
      {issues.length > 0 && <Issues report={report} most={alone ? issues.length : 3} />}
      {alone && mine && issues.length === 0 && (
        <p className="report-facts">{schedule === 'none' ? '没有定时生成。' : '还没有到第一次生成的时间。'}</p>
      )}
      {open && <ReportDialog {...{ report, content }} onClose={() => setOpen(false)} onSaved={() => undefined} />}
    </article>
  );
}

function Issues({ report: { id, issues, name }, most }: { readonly report: ReportJson; readonly most: number }) {
  const get = async (issueId: string): Promise<void> => {
    try {
      await download(addressFor(readingApi.readIssue, { reportId: id, issueId }));
    } catch (error) {
      notify(sentencesOf(error).join('\n'), { tone: 'bad' });
    }
  };
  return (
    <ul className="report-issues" aria-label="已生成的">
      {issues.slice(0, most).map((issue) => (
        <li key={issue.id}>
          <Button
            size="small"
            onClick={() => void get(issue.id)}
            aria-label={`下载「${name}」${momentWords(issue.at)}`}
          >
            下载 {momentWords(issue.at)}（{Math.ceil(issue.bytes / 1024)} KB）
          </Button>
        </li>
      ))}
      {issues.length > most && (
        <li>
          <Link to="/reports/$reportId" params={{ reportId: id }}>
            全部 {issues.length} 份
          </Link>
        </li>
      )}
    </ul>
  );
}
