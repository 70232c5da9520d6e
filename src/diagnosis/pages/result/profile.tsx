import type { DiagnosisResultJson } from '../../contract.ts';
import { dayText, pointText, signed } from '../parts/words.ts';
import { RadarPicture, type RadarSeries } from './radar.tsx';
import { Rows } from './rows.tsx';

const alikeNames = { industry: '同行业', region: '同一设区市', scale: '同规模' } as const;
const percent = (got: number, worth: number): number => (worth > 0 ? Math.floor((got * 100) / worth) : 0);

/** The sides beside those of others and of the last time: drawn, and the same in figures. */
export function Profile({ result }: { readonly result: DiagnosisResultJson }) {
  const { sides, peers, uplift, checked } = result;
  const others = new Map(peers?.shares.map((side) => [side.id, side.percent]));
  const before = new Map(uplift?.sides.map((side) => [side.id, side.before]));
  const differs = sides.some(({ got, selfGot }) => got !== selfGot);
  const series: RadarSeries[] = [
    { name: checked ? '本次' : '自评', percents: sides.map(({ got, worth }) => percent(got, worth)) },
    ...(others.size === sides.length
      ? [{ name: '同类平均', percents: sides.map(({ id }) => others.get(id) ?? 0) }]
      : []),
    ...(before.size === sides.length
      ? [{ name: '上一次', percents: sides.map(({ id, worth }) => percent(before.get(id) ?? 0, worth)) }]
      : []),
  ];
  const columns: readonly (readonly [head: string, of: (side: (typeof sides)[number]) => string])[] = [
    ['得分（分）', ({ got, worth }) => `${pointText(got)} / ${pointText(worth)}`],
    ['得分率（%）', ({ got, worth }) => String(percent(got, worth))],
    ...(others.size > 0
      ? ([['同类平均（%）', ({ id }: { id: string }) => String(others.get(id) ?? '—')]] as const)
      : []),
    ...(differs ? ([['自评（分）', ({ selfGot }: { selfGot: number }) => pointText(selfGot)]] as const) : []),
    ...(before.size > 0
      ? ([['比上一次（分）', ({ id, got }: { id: string; got: number }) => rise(before.get(id), got)]] as const)
      : []),
  ];
  return (
    <section aria-labelledby="diagnosis-sides">
      <h2 id="diagnosis-sides">各方面</h2>
      <div className="diagnosis-profile">
        {sides.length > 2 && <RadarPicture names={sides.map(({ name }) => name)} series={series} />}
        <div>
          <Rows
            label="各方面的得分"
            heads={['方面', ...columns.map(([head]) => head)]}
            rows={sides.map((side) => [side.name, ...columns.map(([, of]) => of(side))])}
          />
          {peers !== null && (
            <p>
              和 {peers.others} 家{peers.alike.map((side) => alikeNames[side]).join('、')}的企业比，高于其中{' '}
              {peers.below}%。
            </p>
          )}
          {checked && peers === null && <p className="pale">可比的企业不足三家，不作比较。</p>}
          {uplift !== null && <Uplift uplift={uplift} />}
        </div>
      </div>
    </section>
  );
}

const rise = (before: number | undefined, now: number): string => (before === undefined ? '—' : signed(now - before));

/** Since the last time; where other questions were asked, only what it came to then. */
function Uplift({ uplift }: { readonly uplift: NonNullable<DiagnosisResultJson['uplift']> }) {
  const { at, total, beforeLevel, beforeScore, beforeForm, likeness } = uplift;
  const then = `${dayText(at)} 那次得 ${pointText(beforeScore)} 分，${beforeLevel ?? '没有定级'}`;
  if (total === null)
    return (
      <p>
        {then}；用的是{beforeForm.join('、')}，题目不同，两次的分数不能相减。
      </p>
    );
  return (
    <p>
      {then}；这次{total < 0 ? `少 ${pointText(-total)} 分` : total > 0 ? `多 ${pointText(total)} 分` : '没有变'}。
      {likeness === 'changed' && '两次之间问卷的内容改过，差别里可能有一部分来自题目。'}
    </p>
  );
}
