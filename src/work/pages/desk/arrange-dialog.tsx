import { Button, Checkbox, Modal } from 'antd';
import { panels as allPanels } from '../../contract.ts';
import { type Panel, panelNames } from './desk-settings.ts';

interface Props {
  readonly panels: readonly Panel[];
  onChange(panels: readonly Panel[]): void;
  onClose(): void;
}

/** Which parts the first page has, and in which order; each change holds at once. */
export function ArrangeDialog({ panels, onChange, onClose }: Props) {
  const all = [...panels, ...allPanels.filter((panel) => !panels.includes(panel))];
  const toggle = (panel: Panel, on: boolean): void =>
    onChange(on ? [...panels, panel] : panels.filter((each) => each !== panel));
  const move = (panel: Panel, step: 1 | -1): void => {
    const others = panels.filter((each) => each !== panel);
    const at = panels.indexOf(panel) + step;
    onChange([...others.slice(0, at), panel, ...others.slice(at)]);
  };
  return (
    <Modal open title="布置工作台" width={420} onCancel={onClose} footer={<Button onClick={onClose}>完成</Button>}>
      <ul className="desk-arrange">
        {all.map((panel) => {
          const at = panels.indexOf(panel);
          const name = panelNames[panel];
          return (
            <li key={panel}>
              <Checkbox
                checked={at >= 0}
                disabled={at >= 0 && panels.length === 1}
                onChange={({ target }) => toggle(panel, target.checked)}
              >
                {name}
              </Checkbox>
              <Button size="small" disabled={at <= 0} aria-label={`${name}往前`} onClick={() => move(panel, -1)}>
                往前
              </Button>
              <Button
                size="small"
                disabled={at < 0 || at === panels.length - 1}
                aria-label={`${name}往后`}
                onClick={() => move(panel, 1)}
              >
                往后
              </Button>
            </li>
          );
        })}
      </ul>
    </Modal>
  );
}
