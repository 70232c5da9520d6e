import { ScrollRegion } from '../../../../platform/web/layout/scroll-region.tsx';
import { Amount } from '../../../../platform/web/money/amount.tsx';
import type { Sides } from '../../domain/report/sandbox.ts';
import { fenOf } from '../wording/words.ts';

interface Props {
  readonly winners: Sides;
  readonly losers: Sides;
}

/** Who gets more and who less, those with the greatest difference by name. */
export function WhoChanges({ winners, losers }: Props) {
  if (winners.count + losers.count === 0) return null;
  return (
    <section aria-label="谁多得、谁少得">
      <h3>谁多得、谁少得</h3>
      <div className="try-two">
        <SideTable title="少得的" side={losers} />
        <SideTable title="多得的" side={winners} />
      </div>
    </section>
  );
}

function SideTable({ title, side: { count, yuan, most } }: { readonly title: string; readonly side: Sides }) {
  return (
    <div>
      <h4>
        {title} {count.toLocaleString('zh-CN')} 户，共 <Amount fen={fenOf(yuan)} />
      </h4>
      {most.length === 0 ? (
        <p className="pale">没有。</p>
      ) : (
        <ScrollRegion className="policy-table try-tall" aria-label={title}>
          <table>
            <thead>
              <tr>
                <th scope="col">编号</th>
                <th scope="col" className="policy-figure">
                  现行
                </th>
                <th scope="col" className="policy-figure">
                  改后
                </th>
              </tr>
            </thead>
            <tbody>
              {most.map(({ id, before, after }) => (
                <tr key={id}>
                  <td>{id}</td>
                  <td className="policy-figure">
                    <Amount fen={fenOf(before)} />
                  </td>
                  <td className="policy-figure">
                    <Amount fen={fenOf(after)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {count > most.length && most.length > 0 && (
        <p className="pale">这里是相差最大的 {most.length} 户；全部在逐户的 CSV 里。</p>
      )}
    </div>
  );
}
