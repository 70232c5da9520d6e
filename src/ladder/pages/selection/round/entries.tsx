import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { addressFor, send } from '../../../../../platform/web/api.ts';
import { Empty } from '../../../../../platform/web/feedback/empty.tsx';
import { type SelectionEntryJson, type SelectionPageJson, selectionApi } from '../../../contract.ts';
import { pointText } from '../logic.ts';
import { AskDialog, reasonField, textIn } from '../parts/ask-dialog.tsx';
import { Gaps } from '../parts/gaps.tsx';
import { PlainTable } from '../parts/plain-table.tsx';
import { entryStateWords, useDone } from '../parts/use-selection.ts';

/** Who applied, whether the conditions are met, and what the figures bring. */
export function Entries({ page: { round, entries } }: { readonly page: SelectionPageJson }) {
  const done = useDone();
  const [adding, setAdding] = useState(false);
  const [open, setOpen] = useState<{ readonly entry: SelectionEntryJson; readonly what: 'away' | 'again' } | null>(
    null,
  );
  const mayAdd = round.mayManage && round.state === 'applying';
  return (
    <section>
      {mayAdd && (
        <p>
          <Button onClick={() => setAdding(true)}>代企业录入申报</Button>
        </p>
      )}
      {entries.length === 0 ? (
        <Empty title="还没有申报">
          <p>
            {round.state === 'draft'
              ? '开始受理以后，企业在自己的档案里申报。'
              : '企业在自己的档案里申报，也可以由您代录。'}
          </p>
        </Empty>
      ) : (
        <PlainTable
          label="申报"
          rows={entries}
          keyOf={({ id }) => id}
          columns={[
            {
              title: '企业',
              cell: ({ enterpriseId, name, byItself, statement, files, id }) => (
                <>
                  <Link to="/enterprises/$enterpriseId" params={{ enterpriseId }}>
                    {name}
                  </Link>
                  <small>{byItself ? '自己申报' : '代录'}</small>
                  {statement !== '' && (
                    <details>
                      <summary>申报说明</summary>
                      <p className="selection-statement">{statement}</p>
                    </details>
                  )}
                  {files.length > 0 && (
                    <ul className="selection-files">
                      {files.map((file) => (
                        <li key={file.id}>
                          <a href={addressFor(selectionApi.readFile, { entryId: id, fileId: file.id })}>{file.name}</a>
                        </li>
                      ))}
                    </ul>
                  )}
                </>
              ),
            },
            {
              title: '状态',
              cell: ({ state, stateReason }) => (
                <>
                  {entryStateWords[state]}
                  {stateReason !== null && <small>{stateReason}</small>}
                </>
              ),
            },
            {
              title: '条件',
              cell: ({ exception, ...entry }) => (
                <>
                  <Gaps {...entry} />
                  {exception !== null && <small>破格：{exception}</small>}
                </>
              ),
            },
            {
              ...{ title: '量化分', end: true },
              cell: ({ quantitative, measures, name }) =>
                quantitative === null ? (
                  '—'
                ) : (
                  <details>
                    <summary aria-label={`${name}的量化分 ${pointText(quantitative)}，怎么算的`}>
                      {pointText(quantitative)}
                    </summary>
                    {measures.map((measure) => (
                      <small key={measure.id}>
                        {measure.name} {measure.isKnown ? measure.words : '缺数'}：{pointText(measure.points)} /{' '}
                        {pointText(measure.most)}
                        {measure.from !== '' && `（${measure.from}）`}
                      </small>
                    ))}
                  </details>
                ),
            },
            {
              ...{ title: '办理', act: true },
              cell: (entry) => (
                <>
                  {round.mayManage &&
                    entry.state === 'applied' &&
                    (round.state === 'applying' || round.state === 'scoring') && (
                      <Button
                        size="small"
                        aria-label={`不受理${entry.name}`}
                        onClick={() => setOpen({ entry, what: 'away' })}
                      >
                        不受理
                      </Button>
                    )}
                  {round.mayManage && entry.state === 'applied' && round.state === 'scoring' && (
                    <Button
                      size="small"
                      aria-label={`请专家再看一遍${entry.name}`}
                      onClick={() => setOpen({ entry, what: 'again' })}
                    >
                      再看一遍
                    </Button>
                  )}
                  {!round.mayManage && (
                    <Link to="/enterprises/$enterpriseId/selections" params={{ enterpriseId: entry.enterpriseId }}>
                      看申报
                    </Link>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
      {open?.what === 'away' && (
        <AskDialog
          title={`不受理${open.entry.name}的申报`}
          fields={[reasonField]}
          submitText="不受理"
          onSubmit={async (values) => {
            const params = { entryId: open.entry.id };
            await send(selectionApi.turnAway, { params, body: { reason: textIn(values, 'reason') } });
            await done('已告诉企业。');
          }}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.what === 'again' && (
        <AskDialog
          title={`请专家再看一遍${open.entry.name}`}
          words="评这一家的专家各自再看、再交。谁也看不到别人的分。"
          fields={[]}
          submitText="请专家再看"
          onSubmit={async () => {
            await send(selectionApi.askAgain, { params: { entryId: open.entry.id } } as never);
            await done('已请专家再看。');
          }}
          onClose={() => setOpen(null)}
        />
      )}
      {adding && (
        <AskDialog
          title="代企业录入申报"
          fields={[
            { input: 'pick', name: 'enterpriseId', label: '企业', of: 'enterprise', required: true },
            { input: 'long', name: 'statement', label: '申报说明', most: 4000 },
            {
              input: 'long',
              name: 'exception',
              label: '破格的理由',
              most: 500,
              help: '够条件的不用写；不够条件的，不写就不受理',
            },
          ]}
          submitText="录入"
          onSubmit={async (values) => {
            const exception = textIn(values, 'exception');
            await send(selectionApi.apply, {
              params: { roundId: round.id },
              body: {
                ...{ enterpriseId: textIn(values, 'enterpriseId'), statement: textIn(values, 'statement') },
                exception: exception === '' ? null : exception,
              },
            });
            await done('已录入。');
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </section>
  );
}
