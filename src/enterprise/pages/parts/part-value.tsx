import { useNames } from '../../../../platform/web/form/pick-input.tsx';
import { partRegisters, partWords } from './words.ts';

interface Props {
  readonly part: string;
  readonly value: unknown;
}

/** A part of an entry as people read it; ids of registers become names. */
export function PartValue({ part, value }: Props) {
  if (typeof value === 'string' && Object.hasOwn(partRegisters, part))
    return <Named of={partRegisters[part as keyof typeof partRegisters]} id={value} />;
  return <>{partWords(part, value)}</>;
}

function Named({ of, id }: { readonly of: 'region' | 'unit' | 'chain'; readonly id: string }) {
  return <>{useNames(of, [id])[0]?.label ?? id}</>;
}
