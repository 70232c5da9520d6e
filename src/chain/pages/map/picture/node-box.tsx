import { cut } from '../../../../../platform/web/chart/text.ts';
import type { Box } from '../../../domain/layout/index.ts';
import { countStates, type Shown } from '../chart-of.ts';
import { figuresOf, states, stateWord } from '../words.ts';
import { PressGroup } from './groups.ts';
import { nameLines } from './name-lines.ts';

interface Props {
  readonly box: Box;
  readonly shown: Shown;
  /** What a screen reader says. */
  readonly words: string;
  /** True: too small for figures; the name alone, as large as it can be. */
  readonly coarse: boolean;
  readonly look: 'plain' | 'on' | 'off';
  readonly open: boolean;
  /** True: Tab comes here. */
  readonly stop: boolean;
}

const pad = 12;

/** A node or a folded stage. Its mark stands on its upper border, in words; the title is its name to screen readers. */
export function NodeBox({ box, shown, words, coarse, look, open, stop }: Props) {
  const state = shown.of === 'node' ? shown.node.standing.state : 'stage';
  return (
    <PressGroup
      className={`cm-node cm-node-${state} cm-${look}`}
      {...(shown.of === 'node' ? { 'aria-pressed': open } : { 'aria-expanded': false })}
      tabIndex={stop ? 0 : -1}
      data-node={box.id}
      transform={`translate(${box.x} ${box.y})`}
    >
      <title>{words}</title>
      {shown.of === 'stage' && <rect className="cm-under" x={5} y={5} width={box.width} height={box.height} rx={6} />}
      <rect className="cm-box" width={box.width} height={box.height} rx={6} />
      <rect className="cm-edge" width={5} height={box.height} rx={2.5} />
      <Words box={box} shown={shown} coarse={coarse} />
      {shown.of === 'node' && <Mark width={box.width} text={stateWord[shown.node.standing.state]} coarse={coarse} />}
    </PressGroup>
  );
}

function Words({ box, shown, coarse }: Pick<Props, 'box' | 'shown' | 'coarse'>) {
  const name = shown.of === 'node' ? shown.node.name : shown.name;
  const [size, height] = coarse ? [20, 24] : [15, 18];
  const room = box.width - 2 * pad;
  const lines = nameLines(name, room, size);
  const figures = coarse ? [] : [cut(detailOf(shown), room, 13)];
  const top = (box.height - (lines.length + figures.length) * height) / 2 + height * 0.76;
  return (
    <>
      {lines.map((line, at) => (
        <text key={line} className="cm-name" x={pad} y={top + at * height} fontSize={size}>
          {line}
        </text>
      ))}
      {figures.map((line) => (
        <text key={line} className="cm-figures" x={pad} y={top + lines.length * height} fontSize={13}>
          {line}
        </text>
      ))}
    </>
  );
}

function detailOf(shown: Shown): string {
  if (shown.of === 'node') return figuresOf(shown.node.standing);
  const counts = countStates(shown.nodes);
  const told = states.filter((state) => counts[state] > 0 && state !== 'fair' && state !== 'unknown');
  return [`${shown.nodes.length} 环节`, ...told.map((state) => `${stateWord[state]}${counts[state]}`)].join(' ');
}

function Mark({ width, text, coarse }: { readonly width: number; readonly text: string; readonly coarse: boolean }) {
  const size = coarse ? 16 : 12;
  const wide = text.length * size + 12;
  const tall = size + 7;
  return (
    <g className="cm-mark" transform={`translate(${width - wide - 8} ${-tall * 0.75})`}>
      <rect width={wide} height={tall} rx={tall / 2} />
      <text x={wide / 2} y={tall / 2 + size * 0.37} fontSize={size} textAnchor="middle">
        {text}
      </text>
    </g>
  );
}
