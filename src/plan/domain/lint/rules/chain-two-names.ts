import type { Span } from '../../../../kernel/index.ts';
import type { ChainEntry } from '../../register/index.ts';
import type { LintContext } from '../context.ts';
import { findingIn, here } from '../report.ts';
import type { Rule } from '../rule.ts';

const id = 'chain-two-names';

/** Chains under two names: 现代针纺产业链 in the text, 现代纺织产业链 in the table. One notice a document. */
export const chainTwoNames: Rule = {
  id,
  severity: 'notice',
  title: '同一产业链有两种叫法',
  check(context) {
    const ours = context.register.chains.filter((c) => c.region === context.home?.code);
    const mixed = ours.map((chain) => namesUsed(context, chain)).filter((names) => names.length > 1);
    const rare = mixed.map((names) => names.at(-1)!.places[0]!);
    if (rare.length === 0) return [];
    const lists = mixed.map((names) => names.map((n) => `“${n.name}”${n.places.length}次`).join('、'));
    return [
      findingIn(context, id, rare[0]!, {
        severity: 'notice',
        message: `同一条产业链叫法不一：${lists.join('；')}。请各统一用一种。`,
        related: rare.slice(1).map((place) => here(context.text.place(place))),
      }),
    ];
  },
};

interface NameUse {
  readonly name: string;
  readonly places: readonly Span[];
}

/** Names of one chain that the document uses, the usual one first. */
function namesUsed(context: LintContext, chain: ChainEntry): NameUse[] {
  const names = [chain.name, ...chain.aliases].filter((name) => /产业链$/.test(name));
  return names
    .map((name) => ({ name, places: placesOf(context, name, names) }))
    .filter((n) => n.places.length > 0)
    .sort((a, b) => b.places.length - a.places.length);
}

/** Where a name stands by itself, not as part of a longer one of the same chain. */
function placesOf(context: LintContext, name: string, names: readonly string[]): Span[] {
  const longer = names.filter((n) => n !== name && n.endsWith(name));
  return context.text.paragraphs.flatMap((p) => {
    const words = context.text.text.slice(p.start, p.end);
    const places: Span[] = [];
    for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1)) {
      const end = at + name.length;
      if (longer.some((l) => words.slice(Math.max(0, end - l.length), end) === l)) continue;
      places.push({ start: p.start + at, end: p.start + end });
    }
    return places;
  });
}
