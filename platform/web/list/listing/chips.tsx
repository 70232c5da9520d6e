import { CloseOutlined } from '@ant-design/icons';
import type { Condition } from '../../../http/list-query.ts';
import { useNames } from '../../form/pick-input.tsx';
import { withCondition } from './address.ts';
import { conditionWords } from './conditions.ts';
import type { ListingState } from './use-listing.ts';

/** The conditions that hold now, each with a press to take it away. */
export function Chips<Row>({ listing }: { readonly listing: ListingState<Row> }) {
  const { fields, search } = listing;
  const held = Object.entries(search.filter ?? {}).filter(([key]) => Object.hasOwn(fields, key));
  if (held.length === 0) return null;
  const drop = (key: string): void => listing.change({ filter: withCondition(search.filter, key, undefined) });
  return (
    <ul className="jw-chips" aria-label="现在的条件">
      {held.map(([key, condition]) => (
        <Chip key={key} name={key} condition={condition} listing={listing} onDrop={() => drop(key)} />
      ))}
      <li>
        <button type="button" className="jw-chip-all" onClick={() => listing.change({ filter: undefined })}>
          全部去掉
        </button>
      </li>
    </ul>
  );
}

interface ChipProps<Row> {
  readonly name: string;
  readonly condition: Condition;
  readonly listing: ListingState<Row>;
  onDrop(): void;
}

function Chip<Row>({ name, condition, listing: { fields, labels, picks }, onDrop }: ChipProps<Row>) {
  const names = useNames(picks?.[name], 'in' in condition && picks?.[name] !== undefined ? condition.in : []);
  const nameOf = (value: string): string =>
    labels?.[name]?.[value] ?? names.find((each) => each.value === value)?.label ?? value;
  const words = conditionWords(fields[name]!, condition, nameOf);
  return (
    <li>
      <span>{words}</span>
      <button type="button" aria-label={`去掉条件 ${words}`} onClick={onDrop}>
        <CloseOutlined aria-hidden="true" />
      </button>
    </li>
  );
}
