import { Link } from '@tanstack/react-router';
import type { PipelineTargetJson } from '../../contract.ts';
import { placeFilter } from '../address.ts';

const modes: Readonly<Record<PipelineTargetJson['mode'], string>> = {
  level: '达到',
  increment: '新增',
  annual: '当年',
};

/** What plans ask of the year about titles, beside what is there and who may get it. */
export function Targets({ targets, year }: { readonly targets: readonly PipelineTargetJson[]; readonly year: number }) {
  return (
    <section aria-labelledby="ladder-targets">
      <h2 id="ladder-targets">{year} 年的目标</h2>
      {targets.length === 0 ? (
        <p className="pale">已经载入的目标里，没有哪一个要求今年认定或达到多少家。方案发布并载入目标以后列在这里。</p>
      ) : (
        <table className="page-table ladder-targets">
          <thead>
            <tr>
              <th scope="col">目标</th>
              <th scope="col">范围</th>
              {['要求', '已有', '还差', '够得着'].map((head) => (
                <th key={head} scope="col" className="page-end">
                  {head}
                </th>
              ))}
              <th scope="col">够不够</th>
            </tr>
          </thead>
          <tbody>
            {targets.map((target) => (
              <Target key={target.id} target={target} year={year} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Target({ target, year }: { readonly target: PipelineTargetJson; readonly year: number }) {
  const { id, title, indicator, mode, value, region, chain, plan, counts, now, reach, cannot } = target;
  const rest = Math.max(0, value - now);
  const place = placeFilter({ region: region.id, chain: chain?.id });
  return (
    <tr>
      <th scope="row">
        <span className="named">
          <Link to="/targets/$targetId" params={{ targetId: id }}>
            {indicator}
          </Link>
          <small>{plan ?? '方案'}</small>
        </span>
      </th>
      <td data-label="范围">
        {region.name}
        {chain !== null && `，${chain.name}`}
      </td>
      <td className="page-end" data-label="要求">
        {modes[mode]} {value.toLocaleString('zh-CN')} 家
      </td>
      <td className="page-end" data-label="已有">
        {now === 0 ? (
          '0 家'
        ) : (
          <Link
            to="/ladder/$titleId"
            params={{ titleId: title.id }}
            search={{ ...place, box: counts, ...(counts === 'new' && { year }) } as never}
          >
            {now.toLocaleString('zh-CN')} 家
          </Link>
        )}
      </td>
      <td className="page-end" data-label="还差">
        {rest.toLocaleString('zh-CN')} 家
      </td>
      <td className="page-end" data-label="够得着">
        {cannot !== null ? (
          '—'
        ) : reach === 0 ? (
          '0 家'
        ) : (
          <Link to="/ladder/$titleId" params={{ titleId: title.id }} search={place as never}>
            {reach.toLocaleString('zh-CN')} 家
          </Link>
        )}
      </td>
      <td data-label="够不够">{enough(rest, reach, cannot)}</td>
    </tr>
  );
}

/** Whether those within reach are as many as are still missing. */
function enough(rest: number, reach: number, cannot: string | null): string {
  if (rest === 0) return '已经达到';
  if (cannot !== null) return '今天的版次没有门槛，不能判断谁够得着';
  return reach >= rest ? '够得着的够数' : `够得着的全部认定，还少 ${(rest - reach).toLocaleString('zh-CN')} 家`;
}
