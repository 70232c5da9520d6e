import type { Column } from '../../../../../platform/web/list/model.ts';
import type { PlanItem } from '../../../domain/model.ts';
import { benefitOf, monthOf, sureness, targetOf } from '../../wording/figures.ts';
import { ItemFigure } from '../../wording/item-figure.tsx';
import { KindSign } from '../../wording/kind-sign.tsx';
import { figureOf, titleOf, unitsOf, yearsOf } from '../../wording/titles.ts';
import { clauseKindWord, kindWord, modeWord, reviewSign, reviewWord } from '../../wording/words.ts';
import type { VersionIndex } from '../view/index-version.ts';
import type { Tab } from '../view/view-state.ts';
import { ItemName } from './item-name.tsx';

type ItemColumn = Column<PlanItem>;

const reviewOrder = { unreviewed: 0, corrected: 1, confirmed: 2, rejected: 3 } as const;

const state: ItemColumn = {
  key: 'state',
  title: '状态',
  width: '78px',
  narrow: 'off',
  render: ({ review }) => (
    <span className={`review review-${review}`}>
      <i aria-hidden="true">{reviewSign[review]}</i>
      {reviewWord[review]}
    </span>
  ),
  sortBy: ({ review }) => reviewOrder[review],
};
const kind: ItemColumn = {
  key: 'kind',
  title: '类别',
  width: '58px',
  narrow: 'off',
  render: (item) => <KindSign kind={item.kind} />,
  sortBy: (item) => kindWord[item.kind],
};
const name = (index: VersionIndex, wide: boolean): ItemColumn => ({
  key: 'name',
  title: '名称',
  width: 'minmax(130px, 2.4fr)',
  narrow: 'main',
  render: (item) => <ItemName item={item} findings={index.findingsOf(item)} wide={wide} />,
  sortBy: titleOf,
});
const words = (
  key: string,
  title: string,
  width: string,
  read: (item: PlanItem) => string | null,
  more: Partial<ItemColumn> = {},
): ItemColumn => ({ key, title, width, render: (item) => read(item), sortBy: (item) => read(item) || null, ...more });

const year = words('year', '年份', '62px', (item) => yearsOf(item).join('、') || null, { align: 'end' });
const mode = words('mode', '方式', '60px', (item) => (item.kind === 'indicator' ? modeWord[item.content.mode] : null));
const target: ItemColumn = {
  key: 'target',
  title: '目标值',
  width: 'minmax(110px, 1.1fr)',
  align: 'end',
  narrow: 'figure',
  render: (item) => (item.kind === 'indicator' ? targetOf(item.content) : null),
  sortBy: (item) => (item.kind === 'indicator' ? item.content.value : null),
};
const scope = words('scope', '范围', 'minmax(100px, 1fr)', (item) =>
  item.kind === 'indicator' ? item.content.scope : null,
);
const figureColumn: ItemColumn = {
  key: 'figure',
  title: '数额、牵头单位',
  width: 'minmax(120px, 1.4fr)',
  align: 'end',
  narrow: 'figure',
  render: (item) => <ItemFigure item={item} />,
  sortBy: (item) => (item.kind === 'indicator' ? item.content.value : figureOf(item)),
};
const lead = words(
  'lead',
  '牵头单位',
  'minmax(110px, 1.2fr)',
  (item) => (item.kind === 'task' ? item.content.lead : null),
  {
    narrow: 'figure',
  },
);
const deadlines = words('deadlines', '时限', 'minmax(96px, 1fr)', (item) =>
  item.kind === 'task' ? item.content.deadlines.map(monthOf).join('、') || null : null,
);
const units = words('units', '责任单位', 'minmax(160px, 2fr)', (item) => unitsOf(item).join('、') || null);
const benefit = words(
  'benefit',
  '奖补',
  'minmax(150px, 1.6fr)',
  (item) => (item.kind === 'clause' ? benefitOf(item.content) : null),
  {
    align: 'end',
    narrow: 'figure',
    render: (item) => <ItemFigure item={item} />,
  },
);
const payer = words('payer', '出资方', 'minmax(90px, 0.9fr)', (item) =>
  item.kind === 'clause' ? item.content.payer : null,
);
const clauseKind = words('clauseKind', '种类', '100px', (item) =>
  item.kind === 'clause' ? clauseKindWord[item.content.kind] : null,
);
const size: ItemColumn = {
  key: 'size',
  title: '大小',
  width: '120px',
  align: 'end',
  narrow: 'figure',
  render: (item) => figureOf(item),
  sortBy: (item) => (item.kind === 'table' ? item.content.rows.length : null),
};
const tableUnit = words('tableUnit', '计量单位', '110px', (item) => (item.kind === 'table' ? item.content.unit : null));
const id = words('id', '编号', '72px', (item) => item.id, { narrow: 'off' });
const path = words('path', '所在标题', 'minmax(160px, 1.9fr)', (item) => item.content.path.join(' › '));
const sure: ItemColumn = {
  key: 'sure',
  title: '把握',
  width: '68px',
  align: 'end',
  render: (item) => sureness(item.content.confidence),
  sortBy: (item) => item.content.confidence,
};

/** The columns of a tab; with the whole width all that can be sorted by. */
export function columnsFor(tab: Tab, wide: boolean, index: VersionIndex): readonly ItemColumn[] {
  const front = wide ? [id, state] : [state];
  const back = wide ? [path, sure] : [];
  const title = name(index, wide);
  switch (tab) {
    case 'indicator':
      return [...front, title, ...(wide ? [scope] : []), target, year, mode, ...back];
    case 'task':
      return [...front, title, lead, deadlines, ...(wide ? [units] : []), ...back];
    case 'clause':
      return [...front, title, ...(wide ? [clauseKind] : []), benefit, payer, ...back];
    case 'table':
      return [...front, title, size, tableUnit, ...back];
    default:
      return [...front, kind, title, figureColumn, year, ...(wide ? [units] : []), ...back];
  }
}
