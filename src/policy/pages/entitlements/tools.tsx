import { DownloadOutlined, LinkOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useId } from 'react';
import { saveText } from '../../../../platform/web/download.ts';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import type { FactTable } from '../../domain/check/facts.ts';
import { isDay, writeAnswers } from './answers.ts';
import { answersCsv } from './answers-csv.ts';
import type { AnswerBook } from './use-answers.ts';

interface ToolsProps {
  readonly book: AnswerBook;
  readonly facts: FactTable;
  readonly on: string;
  readonly today: string;
}

/** The day that is asked about, and the ways to take the result along. */
export function Tools({ book, facts, on, today }: ToolsProps) {
  const id = useId();
  const copy = async (): Promise<void> => {
    const { origin } = location;
    const text = writeAnswers({ ...book.answers, on });
    try {
      await navigator.clipboard.writeText(`${origin}/public/entitlements#${text}`);
      notify('链接已复制。里面带着您的回答，只发给信得过的人。');
    } catch {
      notify('浏览器不让复制。请用打印，或者换一个浏览器。', { tone: 'bad' });
    }
  };
  return (
    <div className="ask-tools">
      <label htmlFor={id}>按哪一天算</label>
      <input
        id={id}
        type="date"
        max="2200-12-31"
        value={on}
        onChange={({ target }) =>
          isDay(target.value) && book.change({ on: target.value === today ? null : target.value })
        }
      />
      <Button icon={<LinkOutlined aria-hidden="true" />} onClick={() => void copy()}>
        复制链接
      </Button>
      <Button
        icon={<DownloadOutlined aria-hidden="true" />}
        disabled={Object.keys(book.answers.values).length === 0}
        onClick={() => saveText('我的回答.csv', answersCsv(book.answers, facts))}
      >
        存下回答
      </Button>
      <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={() => window.print()}>
        打印
      </Button>
    </div>
  );
}
