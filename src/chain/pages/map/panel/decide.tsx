import { useState } from 'react';
import { Tabs } from '../../../../../platform/web/layout/tabs.tsx';
import type { ChainMapJson } from '../../../contract/map.ts';
import { PlacedList } from './placed-list.tsx';

interface Props {
  readonly map: ChainMapJson;
  onChanged(): void;
}

type Tab = 'doubtful' | 'outside';

/** What the rule leaves to a person: enterprises that it was not sure of, and those that it put on no node. Read when it is opened. */
export function Decide({ map, onChanged }: Props) {
  const [open, setOpen] = useState(false);
  const [tab, setTab] = useState<Tab>('doubtful');
  return (
    <details className="cm-decide" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>请人定的企业：规则拿不准的，没有放上图的</summary>
      {open && (
        <>
          <Tabs<Tab>
            label="请人定的"
            panel="cm-decide-panel"
            chosen={tab}
            onChoose={setTab}
            tabs={[
              { key: 'doubtful', title: '规则拿不准的' },
              { key: 'outside', title: '没有放上图的' },
            ]}
          />
          <div id="cm-decide-panel" role="tabpanel" aria-labelledby={`cm-decide-panel-${tab}`}>
            <PlacedList key={tab} map={map} nodeId={null} doubtful={tab === 'doubtful'} onChanged={onChanged} />
          </div>
        </>
      )}
    </details>
  );
}
