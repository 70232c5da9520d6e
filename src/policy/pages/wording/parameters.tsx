import { ScrollRegion } from '../../../../platform/web/layout/scroll-region.tsx';
import type { ParameterJson } from '../../contract.ts';
import { placeWords } from './words.ts';

/** Figures that are data: what each is on a day, what it was and will be, and how it was read where the document is open. */
export function Parameters({
  parameters,
  day,
}: {
  readonly parameters: readonly ParameterJson[];
  readonly day: string;
}) {
  return (
    <ScrollRegion className="policy-table" aria-label="参数">
      <table>
        <thead>
          <tr>
            <th scope="col">参数</th>
            <th scope="col" className="policy-figure">
              {day} 的值
            </th>
            <th scope="col">历次的值</th>
            <th scope="col">位置</th>
            <th scope="col">怎样取的</th>
          </tr>
        </thead>
        <tbody>
          {parameters.map(({ id, name, now, values, place, reason }) => (
            <tr key={id}>
              <td>{name}</td>
              <td className="policy-figure">{now ?? '还没有'}</td>
              <td>
                {values.length === 1 && values[0]?.from === null ? (
                  <span className="pale">没有变过</span>
                ) : (
                  <ul className="policy-lines">
                    {values.map(({ from, value }) => (
                      <li key={from ?? ''}>
                        {from === null ? '起初' : `${from} 起`}：{value}
                      </li>
                    ))}
                  </ul>
                )}
              </td>
              <td>{place === null ? '—' : placeWords(place)}</td>
              <td>{reason ?? '文件写明的'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
