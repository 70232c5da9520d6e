import { TableOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { withKey } from '../../../../../platform/web/shortcuts/key-caps.tsx';
import { StatusTag } from '../../library/status-tag.tsx';
import { dayOf, momentOf } from '../../wording/figures.ts';
import { historyWord } from '../../wording/history.ts';
import { useWorkbench } from '../workbench-context.ts';
import { BackArrow, ForthArrow } from './arrows.tsx';
import { EditionMenu } from './edition-menu.tsx';
import { ExportMenu } from './export-menu.tsx';
import { MoreMenu } from './more-menu.tsx';
import { StartDraftButton } from './start-draft-button.tsx';
import './header.css';

/** What the plan is, and what can be done with it as a whole. */
export function PlanHeader() {
  const { plan, version, view, change, actions, reviewable, may, open } = useWorkbench();
  const { head, draft, edition } = version;
  const undo = draft?.undo ?? null;
  const redo = draft?.redo ?? null;
  return (
    <header className="plan-header">
      <div className="plan-title">
        <p className="plan-way">
          <Link to="/plans">方案清单</Link>
        </p>
        <h1>{head.title ?? `（没有读出标题）${plan.fileName}`}</h1>
        <p className="plan-about">
          {edition === null ? <StatusTag plan={plan} /> : <EditionTag number={edition.number} />}
          {[head.docNumber, head.issuer, head.issuedOn && `${dayOf(head.issuedOn)}成文`, validity(head)]
            .filter(Boolean)
            .map((part) => (
              <span key={String(part)}>{part}</span>
            ))}
          {edition && (
            <span>
              {momentOf(edition.publishedAt)} {edition.publishedBy.name}发布
              {edition.intact ? '' : '，内容与发布时的指纹不符！'}
            </span>
          )}
          {edition?.note && <span>说明：{edition.note}</span>}
          {edition?.acknowledged && <span>带着未处理的错误发布，理由：{edition.acknowledged}</span>}
          <Parents />
        </p>
      </div>
      <div className="plan-tools" role="toolbar" aria-label="方案">
        {reviewable && (
          <>
            <Button
              icon={<BackArrow />}
              disabled={undo === null}
              aria-label="撤销"
              title={undo === null ? '没有可撤销的' : withKey(`撤销：${historyWord(undo.action)}`, 'Mod+z')}
              onClick={() => void actions.undo()}
            />
            <Button
              icon={<ForthArrow />}
              disabled={redo === null}
              aria-label="重做"
              title={redo === null ? '没有可重做的' : withKey(`重做：${historyWord(redo.action)}`, 'Mod+Shift+z')}
              onClick={() => void actions.redo()}
            />
          </>
        )}
        <Button
          className="wide-button"
          icon={<TableOutlined />}
          aria-pressed={view.wide}
          title={withKey(view.wide ? '与原文并排' : '条目占满宽度', 't')}
          onClick={() => change({ do: 'wide', wide: !view.wide })}
        >
          {view.wide ? '原文并排' : '表格视图'}
        </Button>
        <EditionMenu />
        {may.export && <ExportMenu />}
        <MoreMenu />
        {draft !== null && may.publish && (
          <Button type="primary" title={withKey('发布', 'p')} onClick={() => open('publish')}>
            发布
          </Button>
        )}
        {draft === null && <StartDraftButton />}
      </div>
    </header>
  );
}

const validity = ({
  validFrom,
  validTo,
}: {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}): string => {
  if (validFrom === null && validTo === null) return '';
  if (validFrom === null) return `有效期至${dayOf(validTo)}`;
  return validTo === null ? `${dayOf(validFrom)}起施行` : `${dayOf(validFrom)}起施行，至${dayOf(validTo)}`;
};

/** Which edition is on the screen, and whether there is a newer one. */
function EditionTag({ number }: { readonly number: number }) {
  const { plan } = useWorkbench();
  const latest = plan.latestEdition ?? number;
  return (
    <span className={`status-tag ${number === latest ? 'status-published' : ''}`}>
      第{number}版 · {number === latest ? '已发布' : `已有第${latest}版`}
    </span>
  );
}

/** The plans that this one answers to. */
function Parents() {
  const { plan } = useWorkbench();
  if (plan.parents.length === 0) return null;
  return (
    <span>
      上位规划：
      {plan.parents.map(({ planId, title }) =>
        planId === null ? (
          <span key={title}>《{title}》</span>
        ) : (
          <Link key={planId} to="/plans/$planId" params={{ planId }}>
            《{title}》
          </Link>
        ),
      )}
    </span>
  );
}
