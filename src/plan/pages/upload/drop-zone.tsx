import { InboxOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import './upload.css';

/** What the server reads; anything else it refuses with a reason. */
const ACCEPTED = '.txt,.md,.html,.htm,.docx,.pdf,.doc,.wps,.odt,.rtf';

interface Props {
  readonly title: string;
  readonly hint: string;
  readonly several?: boolean;
  readonly busy?: boolean;
  onFiles(files: readonly File[]): void;
}

/** Takes files that are dropped, or chosen with the button (which the keyboard reaches). */
export function DropZone({ title, hint, several = true, busy = false, onFiles }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (list: FileList | null): void => {
    const files = [...(list ?? [])];
    if (files.length > 0) onFiles(several ? files : files.slice(0, 1));
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <section
      className={over ? 'drop-zone drop-zone-over' : 'drop-zone'}
      aria-label={title}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={onDrop}
    >
      <InboxOutlined className="drop-zone-icon" aria-hidden="true" />
      <div className="drop-zone-words">
        <p className="drop-zone-title">{over ? '松开鼠标，开始导入' : title}</p>
        <p>{hint}</p>
      </div>
      <Button type="primary" size="large" loading={busy} onClick={() => input.current?.click()}>
        选择文件
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={several}
        accept={ACCEPTED}
        aria-label="选择要导入的文件"
        onChange={(event) => {
          take(event.target.files);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
    </section>
  );
}
