import { Link } from '@tanstack/react-router';
import type { MatrixJson, PlaceJson } from '../../contract/reading-api.ts';
import { figureWords } from '../../domain/wording/figure.ts';
import { periodWords } from '../../domain/wording/period.ts';
import { LightMark } from '../reading/light-mark.tsx';
import { figureText, forecastText, lightText, rateText, readingSentences } from '../reading/words.ts';
import { wholeChainOf, wholeOf } from './whole.ts';

/** The place as a whole, in one line: what is to be reached, where it stands, what the year may come to. */
export function Summary({ matrix, place }: { readonly matrix: MatrixJson; readonly place: PlaceJson }) {
  const { indicator, asOf, all } = matrix;
  const whole = wholeOf(matrix);
  const chain = wholeChainOf(matrix);
  const { green, blue, yellow, red, none } = all.lights;
  return (
    <section className="matrix-summary" aria-label={`${place.name}合计`}>
      <h2>
        {place.name} · {indicator.name} · {periodWords(asOf)}
      </h2>
      {whole !== null && (
        <dl>
          <div>
            <dt>今年以来</dt>
            <dd>{figureText(whole.actual.value, indicator)}</dd>
          </div>
          <div>
            <dt>目标</dt>
            <dd>{whole.main === null ? '没有' : figureText(whole.main.goal ?? whole.main.value, indicator)}</dd>
          </div>
          <div>
            <dt>完成</dt>
            <dd>{rateText(whole.main?.share ?? null)}</dd>
          </div>
          <div>
            <dt>全年预计</dt>
            <dd>{forecastText(whole, indicator)}</dd>
          </div>
          <div className="matrix-summary-light">
            <dt>灯</dt>
            <dd>
              <LightMark light={whole.light.light} reason={lightText(whole)} named />
            </dd>
          </div>
        </dl>
      )}
      <p>
        各格：{red > 0 && `红灯 ${red}，`}
        {yellow > 0 && `黄灯 ${yellow}，`}
        {blue > 0 && `蓝灯 ${blue}，`}绿灯 {green}
        {none > 0 && `，不亮灯 ${none}`}。{whole !== null && readingSentences(whole, indicator).slice(1).join('')}
      </p>
      {whole?.own?.difference != null && whole.own.difference !== '0' && (
        <p className="matrix-own">
          本级自报 {figureText(whole.own.amount.value, indicator)}，下面各处之和{' '}
          {figureText(whole.actual.value, indicator)}
          ，相差 {figureWords(BigInt(whole.own.difference), indicator)}。
        </p>
      )}
      {whole !== null && (
        <p>
          <Link
            to="/cells"
            search={{
              indicator: indicator.id,
              period: asOf,
              place: place.id,
              ...(chain !== '' && chain !== '-' && { chain }),
              ...(place.axis === 'unit' && { axis: 'unit' as const }),
            }}
          >
            看合计的来历
          </Link>
        </p>
      )}
    </section>
  );
}
