import type { Block } from './source.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The blocks as the body of a page. */
export const bodyHtml = (blocks: readonly Block[]): string => blocks.map(blockHtml).join('\n');

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
    case 'break':
      return '<div style="page-break-before: always"></div>';
    case 'table':
      return tableHtml(block.rows);
    default:
      return `<p class="${block.kind}">${escaped(block.text)}</p>`;
  }
}

function tableHtml(rows: Extract<Block, { kind: 'table' }>['rows']): string {
  const span = (name: string, count: number) => (count > 1 ? ` ${name}="${count}"` : '');
  const cells = rows.map((row) =>
    row.map((c) => `<td${span('colspan', c.columnSpan)}${span('rowspan', c.rowSpan)}>${escaped(c.text)}</td>`).join(''),
  );
  return `<table border="1">\n${cells.map((row) => `<tr>${row}</tr>`).join('\n')}\n</table>`;
}

const style = `
body { font-family: "Liberation Sans", "Droid Sans Fallback", "Noto Sans CJK SC", sans-serif; font-size: 14pt; line-height: 1.8; }
h1, h2, h3, h4 { font-weight: normal; } h1 { font-size: 18pt; text-align: center; } h2 { font-size: 15pt; } h3 { font-size: 14pt; } h4 { font-size: 14pt; }
p { text-indent: 2em; margin: 0; } p.flush, p.banner, p.number, p.right { text-indent: 0; }
p.banner { text-align: center; color: #c00; font-size: 24pt; } p.number { text-align: center; } p.right { text-align: right; }
table { border-collapse: collapse; width: 100%; font-size: 9pt; line-height: 1.3; } td { padding: 2px 3px; text-align: center; }
`;

/** A page for a word processor or a printer; with `runningHeader` the printer repeats it and counts the pages. */
export function documentHtml(blocks: readonly Block[], runningHeader: string | null = null): string {
  const page =
    runningHeader === null
      ? ''
      : `@page { size: A4; margin: 24mm 20mm; @top-center { content: "${runningHeader}"; font-size: 9pt; }
 @bottom-center { content: "— " counter(page) " —"; font-size: 10pt; } }`;
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><style>${style}${page}</style></head>
<body>
${bodyHtml(blocks)}
</body></html>
`;
}

/** A page as a government web site prints it: navigation and breadcrumb before the text, links and footer after it. */
export function siteHtml(blocks: readonly Block[], title: string): string {
  const links = (items: readonly string[]) => items.map((item) => `<li><a href="#">${item}</a></li>`).join('');
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}_临江市人民政府网</title>
<meta name="keywords" content="政策文件,纺织"><style>nav li { display: inline } p.right { text-align: right }</style>
<script>var visits = 1024; document.title += '';</script></head>
<body>
<header><div class="top">今天是2025年5月14日 星期三 | <a href="#">无障碍阅读</a> | <a href="#">登录</a></div>
<nav><ul>${links(['首页', '要闻动态', '政务公开', '政务服务', '互动交流', '数据临江'])}</ul></nav></header>
<div class="crumb">当前位置：<a href="#">首页</a> &gt; <a href="#">政务公开</a> &gt; <a href="#">政策文件</a> &gt; 正文</div>
<aside><h4>公开目录</h4><ul>${links(['机构职能', '规划计划', '财政信息', '行政规范性文件', '人事信息'])}</ul></aside>
<main><div class="meta">发布时间：2025-05-14 09:30　来源：市政府办公室　浏览次数：1024　字号：[大] [中] [小]　<a href="#">打印</a></div>
<article class="content">
${bodyHtml(blocks)}
</article>
<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>
<div class="related"><h4>相关文章</h4><ul>${links(['图解：支持现代纺织产业高质量发展若干措施', '问答：增资扩产补助怎么申请'])}</ul></div>
<p>上一篇：<a href="#">关于做好2025年防汛工作的通知</a></p><p>下一篇：<a href="#">关于公布行政规范性文件目录的通知</a></p></main>
<footer>主办：临江市人民政府办公室　承办：临江市大数据发展管理局　网站标识码：9901000001　联系电话：0000-1234567</footer>
</body></html>
`;
}
