import { type ReactNode, useState } from 'react';
import { type Picked, type PickKind, type PickSources, PickSourcesContext, usePickSources } from './pick-sources.ts';

interface Props {
  /** What is picked otherwise than usual in the forms inside. */
  readonly kind: PickKind;
  find(text: string): Promise<readonly Picked[]>;
  /** Names of what is chosen already. */
  readonly known?: readonly Picked[];
  readonly children: ReactNode;
}

/** Forms inside pick one kind of thing from a source of their own; everything else as usual. */
export function ExtraPicks({ kind, find, known = [], children }: Props) {
  const usual = usePickSources();
  const [sources] = useState(() => withSource(usual, kind, find, known));
  return <PickSourcesContext value={sources}>{children}</PickSourcesContext>;
}

function withSource(usual: PickSources, own: PickKind, find: Props['find'], known: readonly Picked[]): PickSources {
  // What was found keeps its name after other words are typed.
  const seen = new Map(known.map((each) => [each.value, each]));
  return {
    search: async (kind, text) => {
      if (kind !== own) return usual.search(kind, text);
      const found = await find(text);
      for (const each of found) seen.set(each.value, each);
      return found;
    },
    named: async (kind, values) =>
      kind === own ? values.flatMap((value) => seen.get(value) ?? []) : usual.named(kind, values),
  };
}
