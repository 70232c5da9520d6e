import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { addressFor, send } from '../../../../../platform/web/api.ts';
import { Empty } from '../../../../../platform/web/feedback/empty.tsx';
import { type SelectionOfficeJson, type SelectionPageJson, selectionApi } from '../../../contract.ts';
import { AskDialog, textIn } from '../parts/ask-dialog.tsx';
import { PlainTable } from '../parts/plain-table.tsx';
import { today, useDone } from '../parts/use-selection.ts';

type Objection = SelectionOfficeJson['objections'][number];

/** The list as everybody sees it; for who runs the round also what was objected and what was answered. */
export function Publicity({ page: { round, entries, list, office } }: { readonly page: SelectionPageJson }) {
  const done = useDone();
  const [asked, setAsked] = useState<'note' | Objection | null>(null);
  const runs = round.mayManage && round.state === 'publicity';
  return (
    <section>
      <h2>{round.state === 'listed' ? '名单' : '公示名单'}</h2>
      {round.mayManage && (
        <p>
          <a href={addressFor(selectionApi.exportRound, { roundId: round.id }, { what: 'list', format: 'xlsx' })}>
            导出名单
          </a>
        </p>
      )}
      {(list ?? []).length === 0 ? (
        <Empty title="名单里现在没有企业" />
      ) : (
        <ul>
          {(list ?? []).map(({ entryId, enterpriseId, name, region }) => (
            <li key={entryId}>
              {round.mayManage ? (
                <Link to="/enterprises/$enterpriseId" params={{ enterpriseId }}>
                  {name}
                </Link>
              ) : (
                name
              )}
              （{region}）
            </li>
          ))}
        </ul>
      )}
      {office !== null && (
        <>
          <div className="page-part-head">
            <h2>异议</h2>
            {runs && <Button onClick={() => setAsked('note')}>登记异议</Button>}
          </div>
          {office.objections.length === 0 ? (
            <p className="pale">没有收到异议。</p>
          ) : (
            <PlainTable
              label="异议"
              rows={office.objections}
              keyOf={({ id }) => id}
              columns={[
                { title: '对哪家', cell: ({ name }) => name },
                { title: '谁提的', cell: ({ raisedBy, raisedOn }) => `${raisedBy}，${raisedOn}` },
                { title: '内容', cell: ({ words }) => words },
                {
                  title: '答复',
                  cell: ({ upheld, answer, answeredBy }) =>
                    upheld === null
                      ? '还没有答复'
                      : `${upheld ? '成立' : '不成立'}：${answer ?? ''}（${answeredBy ?? ''}）`,
                },
                {
                  ...{ title: '办理', act: true },
                  cell: (objection) =>
                    runs &&
                    objection.upheld === null && (
                      <Button
                        size="small"
                        aria-label={`答复对${objection.name}的异议`}
                        onClick={() => setAsked(objection)}
                      >
                        答复
                      </Button>
                    ),
                },
              ]}
            />
          )}
        </>
      )}
      {asked === 'note' && (
        <AskDialog
          title="登记异议"
          fields={[
            {
              ...{ input: 'choice', name: 'entryId', label: '对哪家企业', required: true },
              options: entries
                .filter(({ state }) => state === 'applied')
                .map(({ id, name }) => ({ value: id, label: name })),
            },
            { input: 'day', name: 'raisedOn', label: '哪天提的', required: true, width: 3 },
            { input: 'text', name: 'raisedBy', label: '谁提的', required: true, most: 80, width: 3 },
            { input: 'long', name: 'words', label: '内容', required: true, most: 2000 },
          ]}
          initial={{ raisedOn: today() }}
          submitText="登记"
          onSubmit={async (values) => {
            await send(selectionApi.noteObjection, {
              params: { roundId: round.id },
              body: {
                ...{ entryId: textIn(values, 'entryId'), raisedOn: textIn(values, 'raisedOn') },
                ...{ raisedBy: textIn(values, 'raisedBy'), words: textIn(values, 'words') },
              },
            });
            await done('异议已登记。');
          }}
          onClose={() => setAsked(null)}
        />
      )}
      {asked !== null && asked !== 'note' && (
        <AskDialog
          title={`答复对${asked.name}的异议`}
          words={asked.words}
          fields={[
            {
              ...{ input: 'choice', name: 'upheld', label: '成立吗', required: true },
              options: [
                { value: 'no', label: '不成立' },
                { value: 'yes', label: '成立，退出名单' },
              ],
            },
            { input: 'long', name: 'answer', label: '答复', required: true, most: 2000 },
          ]}
          submitText="答复"
          onSubmit={async (values) => {
            await send(selectionApi.answerObjection, {
              params: { objectionId: asked.id },
              body: { upheld: values.upheld === 'yes', answer: textIn(values, 'answer') },
            });
            await done('已答复。');
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}
