import { type Catalogue, figure, megabytes, place } from './catalogue.ts';

const kinds: Readonly<Record<string, string>> = {
  text: '文字',
  flag: '是或否',
  list: '多条记录',
  blocks: '段落、表格或图表',
};

const at = (refusal: Parameters<typeof place>[0]): string => place(refusal, '模板');
const given = (refusal: Parameters<typeof place>[0]): string => `“${figure(refusal.given)}”`;

/** Sentences for documents that are not written, templates that are not taken and PDFs that are not made. */
export const documentMessages: Catalogue = {
  'document-day': (r) => `日期${given(r)}不存在。请写成 ${figure(r.limit)} 这样。`,
  'document-columns': (r) =>
    `${place(r, '表格')}有 ${figure(r.given)} 列，应在 1 到 ${figure(r.limit)} 列之间。请减少列，或者分成几个表格。`,
  'document-rows': (r) =>
    `${place(r, '表格')}有 ${figure(r.given)} 行，超过 ${figure(r.limit)} 行，Word 打不开。请缩小范围，或者导出成 Excel。`,
  'document-cells': (r) =>
    `表格一共有 ${figure(r.given)} 格，超过 ${figure(r.limit)} 格，Word 打不开，最长的是${place(r, '其中一个')}。请缩小范围，或者导出成 Excel。`,
  'document-row-long': (r) =>
    `${place(r, '表格')}第 ${figure(r.given)} 行的格子比 ${figure(r.limit)} 列还多。请检查表格的列。`,
  'document-chart-long': (r) =>
    `${place(r, '图表')}有 ${figure(r.given)} 项，超过 ${figure(r.limit)} 项，画出来看不清。请缩小范围，或者改用表格。`,
  'document-chart-lines': (r) =>
    `${place(r, '图表')}有 ${figure(r.given)} 条线，超过 ${figure(r.limit)} 条，分不清颜色。请分成几张图。`,
  'document-chart-value': (r) => `${place(r, '图表')}里有不是数的值，或者值比时点多。请检查这张图的数。`,
  'template-too-large': (r) => `模板有 ${megabytes(r.given)}，超过 ${megabytes(r.limit)}。请压缩里面的图片，再上传。`,
  'template-not-docx': () => '模板不是 Word 文档（.docx）。请在 Word 或 WPS 里另存为 .docx，再上传。',
  'template-embedded': (r) =>
    `模板里嵌入了别的文件或控件（${figure(r.given)}）。为了安全，不能使用。请删去，图表改用图表字段，再上传。`,
  'template-external': (r) =>
    `模板里有指向外部的链接（${figure(r.given)}）。为了安全，不能使用。请取消链接，只留文字，再上传。`,
  'template-brace': (r) => `${at(r)}的花括号${given(r)}没有成对。请补上另一半，字段写在同一段里，例如 {标题}。`,
  'template-brace-wide': (r) => `${at(r)}的${given(r)}用了全角花括号，不是字段。请改成半角：${figure(r.limit)}。`,
  'template-field-unknown': (r) =>
    `${at(r)}的字段${given(r)}不认识。${r.limit ? `请看是不是 ${figure(r.limit)}。` : '请从字段清单里选一个，或者删去花括号。'}`,
  'template-field-kind': (r) => `${at(r)}的字段${given(r)}写法不对。请写成 ${figure(r.limit)}。`,
  'template-field-alone': (r) => `${at(r)}的字段${given(r)}会换成段落、表格或图表，旁边不能有别的字。请让它独占一段。`,
  'template-field-place': (r) =>
    `${at(r)}的字段${given(r)}会换成段落、表格或图表，不能放在页眉、页脚和文本框里。请移到正文里独占一段。`,
  'template-field-open': (r) => `${at(r)}的${given(r)}没有结束。请在要重复的内容后面写上 ${figure(r.limit)}。`,
  'template-field-unopened': (r) =>
    `${at(r)}的${given(r)}前面没有开始。请在要重复的内容前面写上 ${figure(r.limit)}，或者删去它。`,
  'template-field-crossed': (r) =>
    `${at(r)}的${given(r)}和开始的地方（${figure(r.limit)}）不在一处：一个在表格里，一个在表格外。请把两个都放在表格里，或者都放在外面。`,
  'template-unreadable': (r) =>
    `模板填不进去（${figure(r.given)}）。请在 Word 里把有字段的地方重新输入一遍，另存后再上传。`,
  'template-value': (r) =>
    `${place(r, '这个字段')}的内容不对：应是${kinds[String(r.limit)] ?? '别的内容'}，得到的是${given(r)}。请把这句话告诉系统管理员。`,
  'template-entries': (r) =>
    `要填的记录有 ${figure(r.given)} 条，超过 ${figure(r.limit)} 条，Word 打不开。请缩小范围，或者导出成 Excel。`,
  'template-blocks': (r) =>
    `要放进的段落、表格和图表有 ${figure(r.given)} 个，超过 ${figure(r.limit)} 个。请分成几份文件。`,
  'pdf-needs-libreoffice': (r) =>
    `生成 PDF 要靠 ${figure(r.limit)}，这台机器上没有找到。请下载 Word 文件，或者请管理员安装（Debian、Ubuntu、统信、麒麟：apt-get install libreoffice-writer）。`,
  'pdf-failed': () => 'PDF 没有生成成功。请下载 Word 文件，在 Word 或 WPS 里另存为 PDF。',
  'pdf-time-limit': (r) =>
    `生成 PDF 用了 ${figure(r.limit)} 秒还没有完，已经停止。请减少表格的行和图表，或者下载 Word 文件自己另存。`,
};
