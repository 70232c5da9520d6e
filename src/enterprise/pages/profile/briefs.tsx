import { LineChart } from '../../../../platform/web/chart/line-chart.tsx';
import { changeKindNames, type EnterpriseHistoryJson, type EnterpriseJson, titleLevelNames } from '../../contract.ts';
import { scaleNames, stateNames } from '../../domain/index.ts';
import { Figure } from '../parts/figure.tsx';
import { type FigureWords, figureText, growthText } from '../parts/figures.ts';
import { trendOf } from '../parts/trend.ts';
import { useWords } from '../parts/use-enterprise.ts';
import { aboutChange, momentWords, partWords } from '../parts/words.ts';

const mostTitles = 8;
const mostFigures = 12;
const mostYears = 4;

/** Who it is, as two columns of names and words. */
export function FactsBrief({ enterprise }: { readonly enterprise: EnterpriseJson }) {
  const { content, region, park, chain, contacts } = enterprise;
  const contact = contacts[0];
  const facts: readonly (readonly [string, string])[] = [
    ['法定代表人', content.legalRepresentative || '没有写'],
    ['成立日期', content.foundedOn ?? '没有写'],
    ['注册资本', partWords('capitalFen', content.capitalFen)],
    ['规模', content.scale === null ? '没有写' : scaleNames[content.scale]],
    ['状态', stateNames[content.state]],
    ['行业代码', content.industry ?? '没有写'],
    ['产业链', chain?.name ?? '没有写'],
    ['地区', park === null ? region.name : `${region.name}，${park.name}`],
    ['地址', content.address || '没有写'],
    ['联系人', contact === undefined ? '没有写' : `${contact.name}，${contact.role}，${contact.phone || '没有电话'}`],
    ['主要产品', content.products.join('、') || '没有写'],
    ['曾用名', content.otherNames.join('、') || '没有'],
  ];
  return (
    <>
      <dl className="profile-facts">
        {facts.map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {content.scope !== '' && <p className="profile-scope">经营范围：{content.scope}</p>}
    </>
  );
}

/** The last years as a table, what it earned as a line. */
export function FiguresBrief({
  enterprise,
  kinds,
}: {
  readonly enterprise: EnterpriseJson;
  readonly kinds: readonly FigureWords[];
}) {
  const { periods, rows } = trendOf(enterprise.figures, kinds, 'year');
  const shown = periods.slice(-mostYears);
  const main = rows.find(({ kind }) => kind.id === 'revenue') ?? rows[0];
  if (main === undefined) return <p>还没有年度数据。</p>;
  return (
    <>
      <table className="profile-table">
        <thead>
          <tr>
            <th scope="col">数据</th>
            {shown.map((period) => (
              <th key={period} scope="col">
                {period}
              </th>
            ))}
            <th scope="col">比上年</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostFigures).map(({ kind, values }) => (
            <tr key={kind.id}>
              <th scope="row">{kind.name}</th>
              {values.slice(-mostYears).map((value, at) => (
                <td key={shown[at]}>
                  <Figure value={value} kind={kind} />
                </td>
              ))}
              <td>{growthText(values.at(-2), values.at(-1)) ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > mostFigures && (
        <p>
          共 {rows.length} 项数据，这里列前 {mostFigures} 项。
        </p>
      )}
      {periods.length > 1 && (
        <LineChart
          summary={`${enterprise.name}的${main.kind.name}。`}
          along="年份"
          points={periods}
          lines={[{ name: main.kind.name, values: main.values, kind: 'main' }]}
          text={(value) => <Figure value={value} kind={main.kind} />}
          short={(value) => figureText(value, main.kind).replace(/ .*$/u, '')}
          height={150}
        />
      )}
    </>
  );
}

/** Titles, those that hold first. */
export function TitlesBrief({ enterprise: { allTitles } }: { readonly enterprise: EnterpriseJson }) {
  if (allTitles.length === 0) return <p>还没有登记称号。</p>;
  const sorted = allTitles.toSorted((a, b) => Number(b.holds) - Number(a.holds) || (a.givenOn < b.givenOn ? 1 : -1));
  return (
    <>
      <ul className="profile-titles">
        {sorted.slice(0, mostTitles).map((title) => (
          <li key={title.id}>
            <b>{title.kind.name}</b> {titleLevelNames[title.level]}，{title.givenOn} 起
            {title.endsOn !== null &&
              `，${title.holds ? '有效到' : '已于'} ${title.endsOn}${title.holds ? '' : '到期'}`}
          </li>
        ))}
      </ul>
      {sorted.length > mostTitles && (
        <p>
          共 {sorted.length} 个，这里列 {mostTitles} 个。
        </p>
      )}
    </>
  );
}

interface ChangesProps {
  readonly rows: readonly EnterpriseHistoryJson[];
  readonly total: number;
}

/** The newest changes, without their values. */
export function ChangesBrief({ rows, total }: ChangesProps) {
  const words = useWords().data ?? { titles: [], figures: [] };
  return (
    <>
      <ul>
        {rows.map((row) => {
          const { id, holdsFrom, kind, reason, by, at } = row;
          const about = aboutChange(row, words);
          return (
            <li key={id}>
              {holdsFrom} {changeKindNames[kind]}
              {about !== '' && `：${about}`}
              {reason !== '' && `。${reason}`}（{by}，{momentWords(at).slice(0, 10)}）
            </li>
          );
        })}
      </ul>
      {total > rows.length && (
        <p>
          共 {total} 条，这里列最近 {rows.length} 条。
        </p>
      )}
    </>
  );
}
