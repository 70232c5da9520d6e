import { useRef, useState } from 'react';
import { useShortcuts } from '../../../../platform/web/shortcuts/registry.ts';
import type { ChainMapJson } from '../../contract/map.ts';
import { findId } from './find-node.tsx';
import { MapTools } from './map-tools.tsx';
import { StageList } from './narrow/stage-list.tsx';
import { focusNode, MapPicture } from './picture/map-picture.tsx';
import { useDrawing } from './picture/use-drawing.ts';
import { useOpened } from './picture/use-opened.ts';
import { useZoom } from './picture/use-zoom.ts';
import { type Paper, scaleOn } from './print.ts';

interface Props {
  readonly map: ChainMapJson;
  readonly folded: ReadonlySet<string>;
  readonly asList: boolean;
  readonly open: string | null;
  onOpen(node: string): void;
  onFold(stages: ReadonlySet<string>): void;
  onDrop(node: string, enterprise: string): void;
}

/** Smaller than this only names are read: on paper eyes come nearer. */
const coarseBelow = (paper: Paper | null): number => (paper === null ? 0.7 : 0.45);

/** The map as a graph with its tools, or the same as a list. On paper it is the graph in either case. */
export function MapStage({ map, folded, asList, open, onOpen, onFold, onDrop }: Props) {
  const drawing = useDrawing(map, folded);
  const { layout, whole } = drawing;
  const zoom = useZoom(layout.width, layout.height);
  const svg = useRef<SVGSVGElement>(null);
  const [paper, setPaper] = useState<Paper | null>(null);
  const title = `${map.chainName}图谱（${map.region.name}）`;
  useShortcuts('图谱', [
    { keys: ['/'], label: '找环节', run: () => document.getElementById(findId)?.focus() },
    { keys: ['+', '='], label: '放大', run: zoom.larger },
    { keys: ['-'], label: '缩小', run: zoom.smaller },
    { keys: ['0'], label: '看全图', run: zoom.fit },
  ]);
  useOpened(open, folded, whole, (id) => focusNode(svg.current, id), onFold);
  const stages = whole.stages.map(({ id }) => id).filter((id) => whole.nodes.some(({ stage }) => stage === id));
  return (
    <div className="cm-stage-area">
      {asList && <StageList map={map} chart={whole} open={open} onOpen={onOpen} />}
      <div className={asList ? 'cm-graph cm-only-paper' : 'cm-graph'}>
        <MapTools
          {...{ zoom, svg, title }}
          note={`${map.year} 年数据；来源：${map.mapName}`}
          allFolded={stages.every((id) => folded.has(id))}
          onPaper={setPaper}
          onFoldAll={(all) => onFold(new Set(all ? stages : []))}
        />
        <p className="cm-paper-title">{title}</p>
        <section className="cm-scroll" aria-label={`${title}，可滚动`} ref={zoom.box} {...zoom.drag}>
          <MapPicture
            {...{ drawing, title, svg, open, onOpen, onDrop }}
            scale={zoom.scale}
            coarse={(paper === null ? zoom.scale : scaleOn(paper, layout)) < coarseBelow(paper)}
            onUnfold={(id) => onFold(new Set([...folded].filter((each) => each !== id)))}
            onFold={(id) => onFold(new Set([...folded, id]))}
          />
        </section>
      </div>
    </div>
  );
}
