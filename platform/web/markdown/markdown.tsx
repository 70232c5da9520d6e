import { createElement, Fragment, type ReactNode } from 'react';
import { numbered } from '../layout/numbered.ts';
import { type MarkdownBlock, markdownBlocks } from './blocks.ts';

/** Shows a page of our own documentation. Text only: no HTML of a page ever becomes HTML here. */
export function Markdown({ text }: { readonly text: string }) {
  return numbered(markdownBlocks(text)).map(({ at, value }) => <Fragment key={at}>{drawn(value)}</Fragment>);
}

function drawn(block: MarkdownBlock): ReactNode {
  switch (block.kind) {
    case 'heading':
      return createElement(`h${block.level}`, {}, inline(block.text));
    case 'paragraph':
      return <p>{inline(block.text)}</p>;
    case 'list':
      return createElement(
        block.ordered ? 'ol' : 'ul',
        {},
        numbered(block.items).map(({ at, value }) => <li key={at}>{inline(value)}</li>),
      );
    case 'table':
      return (
        <table>
          <thead>
            <tr>
              {numbered(block.head).map(({ at, value }) => (
                <th key={at}>{inline(value)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {numbered(block.rows).map(({ at: line, value: row }) => (
              <tr key={line}>
                {numbered(row).map(({ at, value }) => (
                  <td key={at}>{inline(value)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
  }
}

/** `code`, **strong** and [links](…); a link to another file of the documentation shows its words only. */
function inline(text: string): ReactNode {
  return numbered(text.split(/(`[^`]+`|\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\))/)).map(({ at, value }) => {
    if (value.startsWith('`') && value.length > 1) return <code key={at}>{value.slice(1, -1)}</code>;
    if (value.startsWith('**') && value.length > 4) return <strong key={at}>{value.slice(2, -2)}</strong>;
    const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(value);
    return <Fragment key={at}>{link ? link[1] : value}</Fragment>;
  });
}
