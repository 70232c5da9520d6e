import { moneyFigure, moneyUnitWord, usualUnit } from '../../../../platform/web/money/money.ts';
import type {
  EnterpriseAppealRowJson,
  EnterpriseGrantsJson,
  EnterpriseJson,
  EnterprisePromisesJson,
} from '../../contract.ts';
import { openAppealStates, type PromiseState } from '../../domain/index.ts';
import type { CompareRow } from './rows.ts';

/** What is known of one enterprise beside the register; undefined: it has not come yet, or may not be read. */
export interface CompareParts {
  readonly grants: Pick<EnterpriseGrantsJson, 'grantedFen' | 'paidFen'> | undefined;
  readonly promises:
    | { readonly promises: readonly Pick<EnterprisePromisesJson['promises'][number], 'side' | 'state'>[] }
    | undefined;
  readonly appeals:
    | { readonly total: number; readonly rows: readonly Pick<EnterpriseAppealRowJson, 'state'>[] }
    | undefined;
}

const none = '—';
const group = '奖补、承诺和诉求';
const moneyWords = (fen: number): string => {
  const unit = usualUnit(fen);
  return `${moneyFigure(fen, unit)} ${moneyUnitWord[unit]}`;
};

/** What they got, promised and asked for, as lines of the comparison. */
export function partRows(all: readonly EnterpriseJson[], parts: readonly CompareParts[]): readonly CompareRow[] {
  const line = (key: string, title: string, of: (one: CompareParts) => string | undefined, end = false): CompareRow => {
    const cells = all.map((_, at) => {
      const one = parts[at];
      return one === undefined ? none : (of(one) ?? none);
    });
    return { key, title, group, cells, end, differs: new Set(cells).size > 1, most: null };
  };
  const money = (fen: number | undefined) => (fen === undefined ? undefined : moneyWords(fen));
  return [
    line('granted', '拿到的奖补', ({ grants }) => money(grants?.grantedFen), true),
    line('paid', '其中已拨付', ({ grants }) => money(grants?.paidFen), true),
    line('government', '政府承诺', (one) => promiseWords(one, 'government')),
    line('enterprise', '企业承诺', (one) => promiseWords(one, 'enterprise')),
    line('appeals', '诉求', ({ appeals }) => {
      if (appeals === undefined) return undefined;
      const open = appeals.rows.filter(({ state }) => openAppealStates.includes(state)).length;
      return appeals.total === 0 ? '没有' : `${appeals.total} 件，未办结 ${open} 件`;
    }),
  ];
}

const counted: readonly (readonly [PromiseState, string])[] = [
  ['kept', '已兑现'],
  ['open', '未到期'],
  ['late', '逾期'],
  ['broken', '未兑现'],
];

function promiseWords({ promises }: CompareParts, side: 'government' | 'enterprise'): string | undefined {
  if (promises === undefined) return undefined;
  const own = promises.promises.filter((each) => each.side === side);
  const words = counted.flatMap(([state, name]) => {
    const count = own.filter((each) => each.state === state).length;
    return count === 0 ? [] : [`${name} ${count} 项`];
  });
  return words.length === 0 ? '没有' : words.join('，');
}
