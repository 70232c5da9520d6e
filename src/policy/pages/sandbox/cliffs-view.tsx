import { ScrollRegion } from '../../../../platform/web/layout/scroll-region.tsx';
import { Amount } from '../../../../platform/web/money/amount.tsx';
import type { FiguresJson, TrialAnswer } from '../../contract.ts';
import type { Fact } from '../../domain/check/facts.ts';
import { factText } from '../../domain/fact-text.ts';
import type { Cliff, NearBorder, Side } from '../../domain/report/cliffs.ts';
import { Fold } from '../wording/fold.tsx';
import { fenOf } from '../wording/words.ts';

interface Props {
  readonly cliffs: TrialAnswer['report']['cliffs'];
  readonly figures: FiguresJson;
}

/** Where one step of one fact changes what is paid, and who stands near it. */
export function CliffsView({ cliffs, figures }: Props) {
  return (
    <section aria-label="断崖：差一步就变的">
      <h3>断崖：差一步就变的</h3>
      <p className="pale">
        一项事实在门槛上变一步（如 1 元），得到的钱就变；这里是门槛附近的企业。人多、落差大的条件容易引来凑数和争议。
      </p>
      {cliffs.after.length === 0 ? (
        <p>改后没有企业在断崖附近（现行 {cliffs.before.length} 处）。</p>
      ) : (
        <ul className="try-cliffs">
          {cliffs.after.map((cliff) => (
            <CliffItem
              key={`${cliff.words} ${cliff.clauses.join()} ${cliff.fact}`}
              cliff={cliff}
              before={cliffs.before.find(
                ({ clauses, fact }) => fact === cliff.fact && clauses.join() === cliff.clauses.join(),
              )}
              figures={figures}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface ItemProps {
  readonly cliff: Cliff;
  readonly before: Cliff | undefined;
  readonly figures: FiguresJson;
}

function CliffItem({ cliff, before, figures }: ItemProps) {
  const { words, clauses, falling, rising } = cliff;
  const fact = figures.facts.find(({ id }) => id === cliff.fact);
  const titles = clauses.map((id) => figures.clauses.find((clause) => clause.id === id)?.title ?? id);
  const near = [...falling.most, ...rising.most];
  return (
    <li>
      <p>
        <b>{words}</b>
        <span className="pale">　{titles.length > 3 ? `${titles.length} 条都有` : titles.join('、')}</span>
      </p>
      <p>
        <Near words="会掉下去" side={falling} />
        <Near words="差一点没拿到" side={rising} />
        {before !== undefined && (
          <span className="pale">
            现行：{before.falling.count.toLocaleString('zh-CN')} 户会掉下去，
            {before.rising.count.toLocaleString('zh-CN')} 户差一点
          </span>
        )}
      </p>
      {fact !== undefined && (
        <Fold title={`看其中 ${near.length} 户`}>
          <NearTable near={near} fact={fact} words={words} />
        </Fold>
      )}
    </li>
  );
}

function Near({ words, side: { count, atOnce, yuan } }: { readonly words: string; readonly side: Side }) {
  if (count === 0) return null;
  return (
    <span className="try-near">
      {words} {count.toLocaleString('zh-CN')} 户，共 <Amount fen={fenOf(yuan)} />
      {atOnce > 0 && `，其中 ${atOnce.toLocaleString('zh-CN')} 户只差一步`}
    </span>
  );
}

function NearTable({ near, fact, words }: { near: readonly NearBorder[]; fact: Fact; words: string }) {
  return (
    <ScrollRegion className="policy-table try-tall" aria-label={`${words}附近的企业`}>
      <table>
        <thead>
          <tr>
            <th scope="col">编号</th>
            <th scope="col" className="policy-figure">
              {fact.name}
            </th>
            <th scope="col" className="policy-figure">
              变成
            </th>
            <th scope="col" className="policy-figure">
              得到的
            </th>
          </tr>
        </thead>
        <tbody>
          {near.map(({ id, now, edge, here, there }) => (
            <tr key={`${id} ${edge}`}>
              <td>{id}</td>
              <td className="policy-figure">{factText(fact, now)}</td>
              <td className="policy-figure">{factText(fact, edge)}</td>
              <td className="policy-figure">
                <Amount fen={fenOf(here)} /> → <Amount fen={fenOf(there)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
