import { AimOutlined, DownloadOutlined, MinusOutlined, PlusOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { RefObject } from 'react';
import { svgText } from '../../../../platform/web/chart/picture/svg-text.ts';
import { svgToPng } from '../../../../platform/web/chart/picture/svg-to-png.ts';
import { saveBlob } from '../../../../platform/web/download.ts';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { MenuButton } from '../../../../platform/web/layout/menu-button.tsx';
import type { Zoom } from './picture/use-zoom.ts';
import { type Paper, papers, printMap } from './print.ts';

interface Props {
  readonly zoom: Zoom;
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly title: string;
  readonly note: string;
  /** True: every stage is one box. */
  readonly allFolded: boolean;
  onFoldAll(fold: boolean): void;
  /** Draws for a sheet; null: for the screen. */
  onPaper(paper: Paper | null): void;
}

/** Larger, smaller, all of it; folded; on paper and as a picture. */
export function MapTools({ zoom, svg, title, note, allFolded, onFoldAll, onPaper }: Props) {
  const take = async (kind: 'svg' | 'png'): Promise<void> => {
    if (svg.current === null) return;
    try {
      const text = { title, note };
      const blob =
        kind === 'png'
          ? await svgToPng(svg.current, text)
          : new Blob([svgText(svg.current, text)], { type: 'image/svg+xml;charset=utf-8' });
      saveBlob(`${title}.${kind}`, blob);
    } catch {
      notify('图片没有做成。请再试一次，或者打印这一页。', { tone: 'bad' });
    }
  };
  return (
    <div className="cm-tools" role="toolbar" aria-label="图谱工具">
      <Button aria-label="缩小" icon={<MinusOutlined aria-hidden="true" />} onClick={zoom.smaller} />
      <span className="cm-scale">{Math.round(zoom.scale * 100)}%</span>
      <Button aria-label="放大" icon={<PlusOutlined aria-hidden="true" />} onClick={zoom.larger} />
      <Button icon={<AimOutlined aria-hidden="true" />} onClick={zoom.fit}>
        看全图
      </Button>
      <Button onClick={() => onFoldAll(!allFolded)}>{allFolded ? '全部展开' : '全部收起'}</Button>
      <MenuButton
        items={papers.map((paper) => ({
          key: paper,
          label: `打印一张 ${paper} 横向`,
          onClick: () => printMap(paper, onPaper),
        }))}
      >
        <PrinterOutlined aria-hidden="true" /> 打印
      </MenuButton>
      <MenuButton
        items={[
          { key: 'png', label: '图片（PNG）', onClick: () => void take('png') },
          { key: 'svg', label: '矢量图（SVG）', onClick: () => void take('svg') },
        ]}
      >
        <DownloadOutlined aria-hidden="true" /> 导出
      </MenuButton>
    </div>
  );
}
