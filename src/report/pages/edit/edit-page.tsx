import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { type RefObject, useId, useRef, useState } from 'react';
import { keyOf, queryFor, send } from '../../../../platform/web/api.ts';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure, Refusals, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { LeaveGuard } from '../../../../platform/web/form/leave-guard.tsx';
import { Tabs } from '../../../../platform/web/layout/tabs.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type BulletinJson, reportApi } from '../../contract.ts';
import { BlockRow } from './block-row.tsx';
import { ComparisonView } from './comparison-view.tsx';
import { bodyOf, type Draft, draftOf, moved, newBlockId, replaced, withBlock, withoutBlock } from './draft.ts';
import '../bulletins.css';
import '../paper/paper.css';
import './edit.css';

const route = getRouteApi('/bulletins/$bulletinId/edit');
const panel = 'paper-view';

/** A paper while somebody works on it, or beside what was composed. */
export function EditPage() {
  const { bulletinId } = route.useParams();
  const { view } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useQuery({
    ...queryFor(reportApi.readBulletin, { params: { bulletinId } }),
    refetchOnWindowFocus: false,
  });
  const unsaved = useRef(false);
  usePageTitle(found.data === undefined ? '修改文稿' : `修改：${found.data.title}`);
  if (found.error && found.data === undefined)
    return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <Waiting lines={12} />;
  const paper = found.data;
  const shown = view === 'compare' || !paper.can.edit ? 'compare' : 'edit';
  return (
    <div className="page bulletins-page edit-page">
      <header className="paper-head">
        <h1>{paper.title}</h1>
        <span className="paper-buttons">
          <Link to="/bulletins/$bulletinId" params={{ bulletinId }}>
            <Button>看全文</Button>
          </Link>
        </span>
      </header>
      <Tabs
        label="修改文稿"
        tabs={[
          ...(paper.can.edit ? [{ key: 'edit' as const, title: '修改' }] : []),
          { key: 'compare' as const, title: '对照生成稿' },
        ]}
        chosen={shown}
        onChoose={(key) => void navigate({ search: key === 'compare' ? { view: 'compare' } : {}, replace: true })}
        panel={panel}
      />
      <div id={panel} role="tabpanel" aria-labelledby={`${panel}-${shown}`}>
        {/* What is typed and not saved stays while the comparison is looked at. */}
        {paper.can.edit && (
          <div hidden={shown !== 'edit'}>
            <Editor key={paper.id} paper={paper} unsaved={unsaved} />
          </div>
        )}
        {shown === 'compare' &&
          (paper.can.compare ? (
            <ComparisonView paper={paper} unsaved={unsaved.current} />
          ) : (
            <Empty title="不能对照">
              <p>只有写这份文稿的单位能看改了什么。</p>
            </Empty>
          ))}
      </div>
      <LeaveGuard unsaved={unsaved} words="现在离开，刚才改的内容就没有了。" />
    </div>
  );
}

interface EditorProps {
  readonly paper: BulletinJson;
  readonly unsaved: RefObject<boolean>;
}

function Editor({ paper, unsaved }: EditorProps) {
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft>(() => draftOf(paper));
  const [revision, setRevision] = useState(paper.revision);
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [dirty, setDirty] = useState(false);
  const change = (next: (before: Draft) => Draft): void => {
    unsaved.current = true;
    setDirty(true);
    setDraft(next);
  };
  const save = async (): Promise<void> => {
    setBusy(true);
    setSentences([]);
    try {
      const body = bodyOf(draft, revision);
      const saved = await send(reportApi.saveBulletin, { params: { bulletinId: paper.id }, body });
      unsaved.current = false;
      setDirty(false);
      setRevision(saved.revision);
      client.setQueryData(queryFor(reportApi.readBulletin, { params: { bulletinId: paper.id } }).queryKey, saved);
      for (const endpoint of [reportApi.compareBulletin, reportApi.listBulletins])
        void client.invalidateQueries({ queryKey: keyOf(endpoint) });
      notify(
        saved.faults === 0
          ? '已保存。'
          : `已保存。有 ${saved.faults} 个数和冻结的不同，或者是手写的，请看“对照生成稿”。`,
      );
    } catch (error) {
      setSentences(sentencesOf(error));
      window.scrollTo({ top: 0 });
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className="edit-form"
      aria-label="修改文稿"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void save();
      }}
    >
      <Refusals sentences={sentences} />
      <HeadFields paper={paper} draft={draft} onChange={change} />
      <p className="bulletins-under">
        蓝底的数是冻结的，不能改字，可以删去或者用“插入数字”放进来。手写的数会在对照时指出来。回车加一段，Ctrl+回车保存。
      </p>
      <ol className="edit-blocks">
        {draft.blocks.map((block, at) => (
          <BlockRow
            key={block.key}
            block={block}
            no={at + 1}
            last={at === draft.blocks.length - 1}
            figures={paper.figures}
            onChange={(next) => change((before) => replaced(before, at, next))}
            onMove={(by) => change((before) => moved(before, at, by))}
            onRemove={() => change((before) => withoutBlock(before, at))}
            onAdd={() =>
              change((before) => {
                const id = newBlockId(before);
                return withBlock(before, at, { key: id, id, kind: 'paragraph', text: [] });
              })
            }
          />
        ))}
      </ol>
      <div className="edit-foot">
        <Button
          onClick={() =>
            change((before) => {
              const id = newBlockId(before);
              return withBlock(before, before.blocks.length - 1, { key: id, id, kind: 'heading', level: 1, text: '' });
            })
          }
        >
          末尾加一个标题
        </Button>
        <Button
          onClick={() =>
            change((before) => {
              const id = newBlockId(before);
              return withBlock(before, before.blocks.length - 1, { key: id, id, kind: 'paragraph', text: [] });
            })
          }
        >
          末尾加一段
        </Button>
        <Button type="primary" htmlType="submit" loading={busy} disabled={!dirty}>
          保存
        </Button>
      </div>
    </form>
  );
}

interface HeadProps {
  readonly paper: BulletinJson;
  readonly draft: Draft;
  onChange(next: (before: Draft) => Draft): void;
}

const lines = [
  ['title', '标题', 200],
  ['addressee', '主送', 500],
  ['copies', '抄送', 500],
  ['sign', '机关代字', 12],
] as const;

function HeadFields({ paper, draft, onChange }: HeadProps) {
  const id = useId();
  const choices = useQuery(queryFor(reportApi.readChoices, {}));
  const templates = (choices.data?.templates ?? []).filter(({ kind }) => kind === paper.kind);
  return (
    <div className="edit-head">
      {lines.map(([name, label, most]) => (
        <label key={name} htmlFor={`${id}-${name}`} className={`edit-field edit-field-${name}`}>
          <span>{label}</span>
          <Input
            id={`${id}-${name}`}
            value={draft[name]}
            maxLength={most}
            onChange={({ target }) => onChange((before) => ({ ...before, [name]: target.value }))}
          />
        </label>
      ))}
      <label htmlFor={`${id}-template`} className="edit-field">
        <span>模板</span>
        <Select
          id={`${id}-template`}
          value={draft.templateId}
          onChange={(templateId: string) => onChange((before) => ({ ...before, templateId }))}
          options={[
            { value: '', label: '随程序带来的模板' },
            ...templates.map(({ id: value, name, version }) => ({ value, label: `${name}（第 ${version} 版）` })),
          ]}
        />
      </label>
    </div>
  );
}
