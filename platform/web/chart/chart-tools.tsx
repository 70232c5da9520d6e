import { useState } from 'react';
import { saveBlob } from '../download.ts';
import { notify } from '../feedback/toasts.ts';
import './chart.css';

interface Props {
  /** The table that says the same: whether it is open, and its id. */
  readonly table?: { readonly id: string; readonly open: boolean; onSwitch(): void } | undefined;
  /** Name of the file without its ending, and how it is drawn. */
  readonly picture?: { readonly name: string; draw(): Promise<Blob> } | undefined;
}

/** What no file system takes in a name. */
const fileName = (name: string): string =>
  name
    .replaceAll(/[\\/:*?"<>|\s]+/g, ' ')
    .trim()
    .slice(0, 80) || '图';

/** Below a chart: the same as a table, and as a picture to take away. */
export function ChartTools({ table, picture }: Props) {
  const [drawing, setDrawing] = useState(false);
  const save = async ({ name, draw }: NonNullable<Props['picture']>): Promise<void> => {
    setDrawing(true);
    try {
      saveBlob(`${fileName(name)}.png`, await draw());
    } catch {
      notify('图片没有做成。请再试一次，或者打印这一页。', { tone: 'bad' });
    } finally {
      setDrawing(false);
    }
  };
  return (
    <p className="jw-chart-tools">
      {table !== undefined && (
        <button
          type="button"
          className="jw-chart-switch"
          aria-expanded={table.open}
          aria-controls={table.id}
          onClick={table.onSwitch}
        >
          {table.open ? '收起表格' : '看表格'}
        </button>
      )}
      {picture !== undefined && (
        <button type="button" className="jw-chart-switch" disabled={drawing} onClick={() => void save(picture)}>
          {drawing ? '正在画…' : '下载图片'}
        </button>
      )}
    </p>
  );
}
