import { Button } from 'antd';
import type { Sheet } from '../sheet.ts';
import { useSheet } from '../use-grid.ts';
import type { Offer } from './restore.ts';

/** What was not saved the last time: back into the grid, or away with it. */
export function OfferNotice({ offer, decide }: { readonly offer: Offer | null; decide(take: boolean): void }) {
  if (offer === null) return null;
  const { cells, disputed, homeless } = offer;
  const at = new Date(offer.at).toLocaleString('zh-CN', { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <div className="jw-entry-notice" role="alert">
      <p>
        {cells.size > 0 && `${at} 填的 ${cells.size} 格还没有保存，留在这台电脑上。`}
        {disputed > 0 && `其中 ${disputed} 格后来别人也改过，恢复后请逐格选用。`}
        {homeless > 0 && `上次填的 ${homeless} 格没有保存，现在这些格不能填写或已不在表里，恢复不了。`}
      </p>
      <div className="jw-entry-buttons">
        {cells.size > 0 && (
          <Button size="small" type="primary" onClick={() => decide(true)}>
            恢复并保存
          </Button>
        )}
        <Button size="small" onClick={() => decide(false)}>
          {cells.size > 0 ? '不要了' : '知道了'}
        </Button>
      </div>
    </div>
  );
}

/** Several disputed cells may be settled at once. */
export function ConflictNotice({ sheet }: { readonly sheet: Sheet }) {
  const { conflicts } = useSheet(sheet, 'cells', () => sheet.tally());
  if (conflicts < 2) return null;
  return (
    <div className="jw-entry-notice" role="alert">
      <p>{conflicts} 格在你填写的时候别人也改过。可以逐格选用，也可以一次选定：</p>
      <div className="jw-entry-buttons">
        <Button size="small" onClick={() => sheet.choose([...sheet.unsaved], 'theirs')}>
          全部用别人的
        </Button>
        <Button size="small" onClick={() => sheet.choose([...sheet.unsaved], 'own')}>
          全部用我的
        </Button>
      </div>
    </div>
  );
}
