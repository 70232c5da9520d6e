import type { ChainRowJson } from '../../contract.ts';

type Norm = ChainRowJson['acts'][number];
type Held = Norm['periods'][number];

/** A sign and a word for each: told apart without colour. */
const states: Readonly<Record<Held['state'], { readonly sign: string; readonly word: string }>> = {
  done: { sign: '✓', word: '已做' },
  missing: { sign: '✕', word: '没有做' },
  now: { sign: '○', word: '期内，还没有做' },
  ahead: { sign: '·', word: '还没有到' },
};

const periodWords = (period: string): string => {
  const [, part = ''] = period.split('-');
  if (part === '') return `${period}年`;
  return part.startsWith('Q') ? `${part.slice(1)}季度` : `${Number(part)}月`;
};

/** How often it was done in each period of a year. */
export const ActsStrip = ({ norm, named = true }: { readonly norm: Norm; readonly named?: boolean }) => (
  <ul className={named ? 'chain-strip' : 'chain-strip chain-strip-small'} aria-label={norm.name}>
    {norm.periods.map(({ period, held, state }) => {
      const { sign, word } = states[state];
      const said = `${periodWords(period)}：${word}${held > 0 ? `，${held} 次` : ''}`;
      return (
        <li key={period} className={`chain-slot chain-slot-${state}`} title={said}>
          {named && <span aria-hidden="true">{periodWords(period)}</span>}
          <b aria-hidden="true">{held > 1 ? held : sign}</b>
          <span className="visually-hidden">{said}</span>
        </li>
      );
    })}
  </ul>
);

/** In one line: 12 次里做了 9 次，缺 2 次. */
export function actsWords({ periods }: Norm): string {
  const of = (state: Held['state']) => periods.filter((each) => each.state === state).length;
  const [done, missing] = [of('done'), of('missing')];
  return `${periods.length} 期里做了 ${done} 期${missing > 0 ? `，缺 ${missing} 期` : ''}`;
}
