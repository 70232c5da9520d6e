import { useMoneyChoice } from './choice.ts';
import { exactMoney, moneyText } from './money.ts';

/** A sum in the unit that the person chose; pointing at it tells it to the fen. Takes fen. */
export function Amount({ fen }: { readonly fen: number }) {
  const choice = useMoneyChoice();
  return (
    <span className="jw-amount" title={`${exactMoney(fen, 'yuan')} 元`}>
      {moneyText(fen, choice)}
    </span>
  );
}
