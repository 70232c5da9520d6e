import { addressFor } from '../../../../../platform/web/api.ts';
import { type SelectionPageJson, selectionApi } from '../../../contract.ts';
import { placeText, pointText } from '../logic.ts';
import { PlainTable } from '../parts/plain-table.tsx';

/** The order of all, what each part brought, who gave what, and what the list hangs on. */
export function Ranking({ page: { round, entries, office } }: { readonly page: SelectionPageJson }) {
  const ranking = office?.ranking;
  if (ranking == null) return null;
  const { rows, variations, margin, intact, at, by, sm3 } = ranking;
  const decided = round.state === 'publicity' || round.state === 'listed';
  const hasExperts = round.expertShare > 0;
  return (
    <section>
      <p>
        {by} 于 {new Date(at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })} 排名。总分 = 量化分折合{' '}
        {round.quantitativeShare} 分 + 专家分折合 {round.expertShare} 分。
        <a href={addressFor(selectionApi.exportRound, { roundId: round.id }, { what: 'ranking', format: 'xlsx' })}>
          导出排名
        </a>
      </p>
      {!intact && (
        <p className="page-note" role="alert">
          这份排名用到的数在排名以后被改动过，和留下的指纹对不上。请联系审计管理员。
        </p>
      )}
      <PlainTable
        label="排名"
        rows={rows}
        keyOf={({ entryId }) => entryId}
        columns={[
          { title: '名次', cell: ({ place }) => placeText(place, rows) },
          {
            title: '企业',
            cell: ({ name, by: tie, apart }) => (
              <>
                {name}
                {tie !== null && <small>总分和下一名一样，看{tie}</small>}
                {apart !== null && <small>专家相差 {pointText(apart)} 分</small>}
              </>
            ),
          },
          { ...{ title: '总分', end: true }, cell: ({ total }) => <strong>{pointText(total)}</strong> },
          { ...{ title: '量化分', end: true }, cell: ({ quantitative }) => pointText(quantitative) },
          ...(hasExperts
            ? [
                {
                  ...{ title: '专家分', end: true },
                  cell: ({ experts, sheets, name }: (typeof rows)[number]) => (
                    <details>
                      <summary aria-label={`${name}的专家分 ${pointText(experts)}，各人给的`}>
                        {pointText(experts)}
                      </summary>
                      {sheets.map((sheet) => (
                        <small key={sheet.name}>
                          {sheet.name} {pointText(sheet.total)}（{sheet.points.map(pointText).join('、')}）
                          {sheet.leftOut && '，去掉'}
                          {sheet.remark !== '' && `：${sheet.remark}`}
                        </small>
                      ))}
                    </details>
                  ),
                },
              ]
            : []),
          {
            title: '名次变动',
            cell: ({ best, worst }) => (best === worst ? `一直第 ${best}` : `第 ${best} 到第 ${worst}`),
          },
          {
            title: decided ? '名单' : '按排名',
            cell: ({ entryId, chosen, undecided }) => {
              const entry = entries.find(({ id }) => id === entryId);
              if (!decided) return undecided ? '并列，要人定' : chosen ? '入选' : '不入选';
              return (
                <>
                  {entry?.chosen === true ? '在名单里' : '不在'}
                  {entry?.chosenReason != null && <small>{entry.chosenReason}</small>}
                </>
              );
            },
          },
        ]}
      />
      <h2>稳不稳</h2>
      <p>
        {margin === null ? '没有落选的，谈不上差距。' : `最后入选的和第一个落选的差 ${pointText(margin)} 分。`}
        {variations.length === 0 && '占比左右各移 5%、10%，或者少算任何一位专家，名单都不变。'}
      </p>
      {variations.length > 0 && (
        <PlainTable
          label="换个算法名单会变的"
          rows={variations}
          keyOf={({ words }) => words}
          columns={[
            { title: '要是', cell: ({ words }) => words },
            { title: '会进来', cell: ({ enter }) => enter.join('、') || '—' },
            { title: '会出去', cell: ({ leave }) => leave.join('、') || '—' },
          ]}
        />
      )}
      <p className="pale selection-statement">
        排名的指纹 {sm3}；截止申报时冻结的指纹 {round.frozenSm3 ?? '—'}
      </p>
    </section>
  );
}
