import { type KeyboardEvent, type RefObject, useMemo, useState } from 'react';
import { type Step, stepFrom } from '../../../domain/layout/index.ts';
import { countStates, type Shown } from '../chart-of.ts';
import { spoken, states, stateWord } from '../words.ts';
import { NamedGroup, StillGroup } from './groups.ts';
import { NodeBox } from './node-box.tsx';
import type { Drawing } from './use-drawing.ts';
import { Ways } from './ways.tsx';
import './picture.css';

interface Props {
  readonly drawing: Drawing;
  readonly title: string;
  readonly scale: number;
  /** True: too small for figures; names alone, as large as they can be. */
  readonly coarse: boolean;
  readonly svg: RefObject<SVGSVGElement | null>;
  /** Node whose panel is open. */
  readonly open: string | null;
  onOpen(node: string): void;
  onUnfold(stage: string): void;
  onFold(stage: string): void;
  /** An enterprise was dropped on a node. */
  onDrop?(node: string, enterprise: string): void;
}

const steps: Readonly<Record<string, Step>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
/** Said although it is meant: some screen readers take an svg for a picture without parts. */
const asDocument = { role: 'graphics-document', 'aria-roledescription': '产业链图谱' } as const;

/** The chain as a graph. One stop of Tab; arrows go along the links, Enter opens. */
export function MapPicture({ drawing, title, scale, coarse, svg, open, onOpen, onUnfold, onFold, onDrop }: Props) {
  const { layout, shown } = drawing;
  const [current, setCurrent] = useState<string | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const words = useMemo(() => wordsOf(drawing), [drawing]);
  const stop = [current, open].find((id) => id !== null && shown.has(id)) ?? layout.boxes[0]?.id ?? null;
  const seen = pointed ?? (open !== null && shown.has(open) ? open : null);
  const lit = useMemo(() => litBy(drawing, seen), [drawing, seen]);
  const act = (id: string): void => {
    const what = shown.get(id);
    if (what?.of === 'stage') onUnfold(what.id);
    else if (what !== undefined) onOpen(id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (stop === null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') act(stop);
    else {
      const step = steps[event.key];
      if (step === undefined) return;
      const next = stepFrom(layout, stop, step);
      if (next !== null) focusNode(svg.current, next);
    }
    event.preventDefault();
  };
  return (
    <svg
      ref={svg}
      {...asDocument}
      className="cm-picture"
      aria-label={title}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      width={layout.width * scale}
      height={layout.height * scale}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => setCurrent(nodeAt(target) ?? null)}
      onPointerOver={({ target }) => setPointed(nodeAt(target) ?? null)}
      onPointerLeave={() => setPointed(null)}
      onClick={({ target }) => {
        const id = nodeAt(target);
        if (id !== null) act(id);
      }}
      onDragOver={(event) => onDrop !== undefined && nodeAt(event.target) !== null && event.preventDefault()}
      onDrop={(event) => {
        const id = nodeAt(event.target);
        const enterprise = event.dataTransfer.getData(enterpriseKind);
        if (id === null || enterprise === '' || shown.get(id)?.of !== 'node') return;
        event.preventDefault();
        onDrop?.(id, enterprise);
      }}
    >
      <StillGroup>
        {layout.frames.map(({ id, x, y, width, height, side }) => (
          <rect key={id} className={`cm-frame cm-frame-${side}`} {...{ x, y, width, height }} rx={10} />
        ))}
      </StillGroup>
      <Ways ways={layout.ways} labels={layout.labels} look={lit === null ? '' : 'cm-off'} coarse={coarse} />
      {lit !== null && <Ways ways={lit.ways} labels={lit.labels} look="cm-on" coarse={coarse} />}
      {layout.frames.map((frame) => {
        const boxes = layout.boxes.filter(({ stage }) => stage === frame.id).toSorted((a, b) => a.x - b.x || a.y - b.y);
        const isFolded = boxes.some(({ id }) => shown.get(id)?.of === 'stage');
        return (
          <NamedGroup key={frame.id} aria-label={`${frame.name}，${boxes.length} 个`}>
            <StageName frame={frame} coarse={coarse} onFold={isFolded ? null : () => onFold(frame.id)} />
            {boxes.map((box) => {
              const what = shown.get(box.id);
              if (what === undefined) return null;
              return (
                <NodeBox
                  key={box.id}
                  {...{ box, coarse, shown: what, words: words.get(box.id) ?? '' }}
                  look={lit === null ? 'plain' : lit.boxes.has(box.id) ? 'on' : 'off'}
                  open={box.id === open}
                  stop={box.id === stop}
                />
              );
            })}
          </NamedGroup>
        );
      })}
    </svg>
  );
}

/** What is dragged from the list of enterprises onto a node: the id of an enterprise. */
export const enterpriseKind = 'application/x-jingwei-enterprise';

/** Puts the focus on a node, in sight. */
export function focusNode(svg: SVGSVGElement | null, id: string): void {
  const node = svg?.querySelector<SVGGElement>(`[data-node="${CSS.escape(id)}"]`);
  node?.focus({ preventScroll: true });
  node?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

const nodeAt = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest('[data-node]')?.getAttribute('data-node') ?? null) : null;

function StageName({
  frame,
  coarse,
  onFold,
}: {
  readonly frame: Drawing['layout']['frames'][number];
  readonly coarse: boolean;
  readonly onFold: (() => void) | null;
}) {
  const y = frame.side === 'below' ? frame.y + frame.height - 8 : frame.y + 21;
  return (
    // Keys fold it by the button above the map; the name is the shorter way for a pointer.
    <text
      className={onFold === null ? 'cm-stage' : 'cm-stage cm-stage-fold'}
      x={frame.x + 10}
      y={y}
      fontSize={coarse ? 19 : 14}
      {...(onFold !== null && { onClick: onFold })}
    >
      {frame.name}
      {onFold !== null && (
        <tspan data-only-screen="" className="cm-fold-sign">
          {' '}
          −
        </tspan>
      )}
    </text>
  );
}

function litBy({ layout, shown }: Drawing, id: string | null) {
  if (id === null || !shown.has(id)) return null;
  const ways = layout.ways.filter(({ from, to }) => from === id || to === id);
  const nets = new Set(ways.map(({ net }) => net));
  return {
    ways,
    labels: layout.labels.filter(({ net }) => nets.has(net)),
    boxes: new Set([id, ...ways.flatMap(({ from, to }) => [from, to])]),
  };
}

function wordsOf({ layout, shown }: Drawing): ReadonlyMap<string, string> {
  const nameOf = (id: string): string => {
    const what = shown.get(id);
    return what === undefined ? id : what.of === 'node' ? what.node.name : what.name;
  };
  const told = (what: Shown, before: readonly string[], after: readonly string[]): string => {
    if (what.of === 'node') return spoken(what.node, before, after);
    const counts = countStates(what.nodes);
    const parts = states.filter((state) => counts[state] > 0).map((state) => `${stateWord[state]} ${counts[state]} 个`);
    const all = what.nodes.reduce((sum, { standing }) => sum + standing.enterprises, 0);
    return [`${what.name}，收起的 ${what.nodes.length} 个环节`, ...parts, `${all} 家`, '按回车展开'].join('，');
  };
  return new Map(
    layout.boxes.flatMap(({ id }) => {
      const what = shown.get(id);
      if (what === undefined) return [];
      const before = layout.ways.filter(({ to }) => to === id).map(({ from }) => nameOf(from));
      const after = layout.ways.filter(({ from }) => from === id).map(({ to }) => nameOf(to));
      return [[id, told(what, [...new Set(before)], [...new Set(after)])] as const];
    }),
  );
}
