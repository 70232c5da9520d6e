import type { Fault, Field, Values } from '../../../../../platform/web/form/model.ts';
import { DutiesInput } from './duties-input.tsx';
import { FiguresInput } from './figures-input.tsx';
import { contentOf, faultsOfLines, type Lines } from './lines.ts';
import { MilestonesInput } from './milestones-input.tsx';
import './content.css';

/** Who owes it, the points on the way and what is measured: the same three fields for a new task and for one not yet sent. */
export const contentFields: readonly Field[] = [
  {
    ...{ input: 'own', name: 'duties', label: '责任单位', required: true },
    render: (given) => <DutiesInput {...given} />,
  },
  { ...{ input: 'own', name: 'milestones', label: '节点' }, render: (given) => <MilestonesInput {...given} /> },
  { ...{ input: 'own', name: 'figures', label: '数量成果' }, render: (given) => <FiguresInput {...given} /> },
];

const linesIn = (values: Values): Lines => ({
  duties: (values.duties ?? []) as Lines['duties'],
  milestones: (values.milestones ?? []) as Lines['milestones'],
  figures: (values.figures ?? []) as Lines['figures'],
});

export function checkContent(values: Values): readonly Fault[] {
  const faults = faultsOfLines(linesIn(values));
  return (['duties', 'milestones', 'figures'] as const).flatMap((name) =>
    faults[name].map((sentence) => ({ name, sentence })),
  );
}

export const contentIn = (values: Values) => contentOf(linesIn(values));
