import { Link } from '@tanstack/react-router';
import type { PipelineBox, PipelineJson, TitleCountsJson } from '../../contract.ts';
import { type PipelineSearch, placeFilter } from '../address.ts';

interface Shown {
  readonly pipeline: PipelineJson;
  readonly search: PipelineSearch;
}

/** A line for each title; every number opens the list behind it. */
export function TitlesTable({ pipeline, search }: Shown) {
  const heads = [
    '有效',
    `${pipeline.months} 个月内到期`,
    '已到期',
    `${pipeline.year} 年新增`,
    '够得着',
    '其中已经符合',
    '差得远',
  ];
  return (
    <table className="page-table ladder-titles">
      <thead>
        <tr>
          <th scope="col">称号</th>
          {heads.map((head) => (
            <th key={head} scope="col" className="page-end">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {pipeline.titles.map((counts) => (
          <TitleRow key={counts.title.id} counts={counts} heads={heads} search={search} year={pipeline.year} />
        ))}
      </tbody>
    </table>
  );
}

function TitleRow({
  counts,
  heads,
  search,
  year,
}: {
  readonly counts: TitleCountsJson;
  readonly heads: readonly string[];
  readonly search: PipelineSearch;
  readonly year: number;
}) {
  const { title, edition, held, expiring, expired, reach, met, far } = counts;
  const isJudged = edition !== null && edition.empty === null;
  const numbers: readonly (readonly [PipelineBox, number])[] = [
    ...([
      ['held', held],
      ['expiring', expiring],
      ['expired', expired],
      ['new', counts.new],
    ] as const),
    ...(isJudged
      ? ([
          ['reach', reach],
          ['met', met],
        ] as const)
      : []),
  ];
  return (
    <tr>
      <th scope="row">
        <span className="named">
          <b>{title.name}</b>
          <small>
            {edition === null ? '今天没有生效的版次' : edition.name}
            {edition?.docNumber != null && `，${edition.docNumber}`}
          </small>
        </span>
      </th>
      {numbers.map(([box, count], at) => (
        <td key={box} className="page-end" data-label={heads[at]}>
          <Count box={box} count={count} title={title} search={search} year={year} />
        </td>
      ))}
      {isJudged ? (
        <td className="page-end" data-label={heads[6]}>
          {(far ?? 0).toLocaleString('zh-CN')} 家
        </td>
      ) : (
        <td colSpan={3} className="ladder-cannot" data-label="够得着">
          <span>不能判断：{edition?.empty ?? '今天没有生效的版次'}</span>
        </td>
      )}
    </tr>
  );
}

function Count({
  box,
  count,
  title,
  search,
  year,
}: {
  readonly box: PipelineBox;
  readonly count: number;
  readonly title: TitleCountsJson['title'];
  readonly search: PipelineSearch;
  readonly year: number;
}) {
  if (count === 0) return <span className="pale">0 家</span>;
  const own = {
    ...placeFilter(search),
    ...(box !== 'reach' && { box }),
    ...(search.months !== undefined && { months: search.months }),
    ...(box === 'new' && { year }),
  };
  return (
    <Link to="/ladder/$titleId" params={{ titleId: title.id }} search={own as never}>
      {count.toLocaleString('zh-CN')} 家
    </Link>
  );
}
