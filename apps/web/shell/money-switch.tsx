import { Select } from 'antd';
import { chooseMoney, useMoneyChoice } from '../../../platform/web/money/choice.ts';
import type { MoneyChoice } from '../../../platform/web/money/money.ts';

const options: readonly { readonly value: MoneyChoice; readonly label: string }[] = [
  { value: 'auto', label: '金额自动' },
  { value: 'yuan', label: '元' },
  { value: 'wan', label: '万元' },
  { value: 'yi', label: '亿元' },
];

/** In which unit sums are shown, on every page. */
export function MoneySwitch() {
  const choice = useMoneyChoice();
  return (
    <Select<MoneyChoice>
      className="shell-money"
      variant="borderless"
      aria-label="金额单位"
      value={choice}
      onChange={chooseMoney}
      options={[...options]}
      popupMatchSelectWidth={false}
    />
  );
}
