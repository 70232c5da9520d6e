import { PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';

interface Props {
  /** Endings such as `.xlsx`. */
  readonly endings: readonly string[];
  readonly id?: string;
  readonly value?: File | null;
  onChange?(value: File | null): void;
  readonly 'aria-invalid'?: boolean;
}

const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** One file, chosen or dropped. */
export function FileInput({ endings, value, onChange, ...given }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null): void => onChange?.(files?.[0] ?? null);
  return (
    <section
      className="jw-file"
      aria-label="选择文件"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        take(event.dataTransfer.files);
      }}
    >
      <input
        ref={input}
        type="file"
        accept={endings.join()}
        hidden
        onChange={({ target }) => {
          take(target.files);
          // The same file chosen again after it was changed must count.
          target.value = '';
        }}
      />
      <Button {...given} icon={<PaperClipOutlined aria-hidden="true" />} onClick={() => input.current?.click()}>
        选择文件
      </Button>
      <span>{value ? `${value.name}（${sizeOf(value.size)}）` : `也可以把文件拖到这里（${endings.join('、')}）`}</span>
      {value && (
        <Button type="text" onClick={() => onChange?.(null)}>
          去掉
        </Button>
      )}
    </section>
  );
}
