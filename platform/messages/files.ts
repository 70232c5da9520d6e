import type { FileRefusalCode } from '../files/index.ts';
import { type Catalogue, figure, megabytes, place } from './catalogue.ts';

/** What a file really is, for “扩展名不符”: its name and the extension it should have. */
const kinds: Readonly<Record<string, string>> = {
  text: '纯文本（.txt）',
  html: '网页（.html）',
  pdf: 'PDF（.pdf）',
  docx: 'Word 文档（.docx）',
  docm: '带宏的 Word 文档（.docm）',
  xlsx: 'Excel 表格（.xlsx）',
  pptx: 'PowerPoint 演示文稿（.pptx）',
  odt: 'OpenDocument 文本（.odt）',
  ods: 'OpenDocument 表格或演示文稿',
  ofd: 'OFD 版式文件（.ofd）',
  zip: '压缩包（.zip）',
  doc: '旧版 Word 文档（.doc）',
  xls: '旧版 Excel 表格（.xls）',
  ppt: '旧版 PowerPoint 演示文稿（.ppt）',
  'encrypted-office': '加了密码的 Office 文件',
  ole: '旧版 Office 格式的文件',
  rtf: 'RTF 文档（.rtf）',
  'word-xml': 'Word XML 文档（.xml）',
  mht: '单文件网页（.mht）',
  image: '图片',
  archive: '压缩包',
  program: '可执行程序',
};

const readable = '请另存为 .docx、.pdf、.html 或 .txt 后再上传';
const file = (refusal: Parameters<typeof place>[0]): string => place(refusal, '这个文件');

/** Sentences for the refusals of platform/files. */
export const fileMessages: Catalogue<FileRefusalCode> = {
  'not-found': (r) => `${file(r)}不存在。请检查路径和文件名。`,
  'not-a-file': (r) => `${file(r)}不是普通文件（可能是文件夹或设备）。请指定一个文件。`,
  'not-readable': (r) => `${file(r)}打不开。请检查是否有读取权限、是否正被其他程序占用。`,
  empty: (r) => `${file(r)}里没有文字。请检查是否传错了文件。`,
  'too-large': (r) =>
    `${file(r)}有 ${megabytes(r.given)}，超过 ${megabytes(r.limit)} 的上限，没有读取。请去掉图片或拆成几个文件后再上传。`,
  'too-long': (r) => `${file(r)}的文字超过 ${figure(r.limit)} 个字的上限，没有读取。请拆成几个文件后再上传。`,
  'too-many-lines': (r) =>
    `${file(r)}超过 ${figure(r.limit)} 行的上限，没有读取。公文不会有这么多行，请检查是否传错了文件。`,
  unsupported: (r) =>
    `${file(r)}的格式${r.given ? `（${r.given}）` : '（没有扩展名）'}不能读取。可以读取的有：${figure(r.limit)}。${readable}。`,
  'wrong-extension': (r) =>
    `${file(r)}的扩展名是 ${figure(r.given)}，内容却是${kinds[String(r.limit)] ?? '另一种文件'}。请改回正确的扩展名，或者${readable.slice(1)}。`,
  'not-text': (r) => `${file(r)}不是文本，里面是二进制内容或无法辨认的编码。请用 UTF-8 或 GB 18030 编码另存后再上传。`,
  truncated: (r) => `${file(r)}不完整，后面一段丢了。可能是下载或复制中断，请重新取得完整的文件。`,
  damaged: (r) => `${file(r)}已损坏，读不出来。请用 Word、WPS 或浏览器打开检查，另存一份后再上传。`,
  encrypted: (r) => `${file(r)}加了密码，没有读取。请去掉密码，另存一份后再上传。`,
  macros: (r) => `${file(r)}带有宏。为了安全，带宏的文件一律不读取。请另存为不带宏的 .docx 后再上传。`,
  'zip-bomb': (r) =>
    `${file(r)}解压后大得不正常，像是压缩炸弹，没有解压。请检查文件来源，用 Word 或 WPS 另存一份后再上传。`,
  'too-many-entries': (r) =>
    `${file(r)}的压缩包里有 ${figure(r.given)} 个文件，超过 ${figure(r.limit)} 个的上限，没有解压。请检查文件来源，另存一份后再上传。`,
  'unsafe-entry': (r) =>
    `${file(r)}的压缩包里有指向外部目录的路径，没有解压。请检查文件来源，用 Word 或 WPS 另存一份后再上传。`,
  'duplicate-entry': (r) =>
    `${file(r)}的压缩包里有两个同名的部分（${figure(r.given)}），不知道以哪个为准，没有读取。请用 Word 或 WPS 另存一份后再上传。`,
  'nested-entities': (r) =>
    `${file(r)}的 XML 里有实体定义（DOCTYPE），像是实体炸弹，没有读取。请检查文件来源，用 Word 或 WPS 另存一份后再上传。`,
  'too-deep': (r) =>
    `${file(r)}的内容层层嵌套，超过 ${figure(r.limit)} 层，没有读取。请检查文件来源，另存一份后再上传。`,
  'too-many-elements': (r) =>
    `${file(r)}的结构过于庞杂（上限 ${figure(r.limit)}，实际 ${figure(r.given)} 以上），没有读取。请只保留正文，另存一份后再上传。`,
  'too-many-pages': (r) =>
    `${file(r)}有 ${figure(r.given)} 页，超过 ${figure(r.limit)} 页的上限，没有读取。请拆成几个文件后再上传。`,
  'scanned-pdf': (r) =>
    `${file(r)}是扫描件：${figure(r.limit)} 页中有 ${figure(r.given)} 页只有图像、没有文字。请向发文单位要电子版，或先做文字识别（OCR）再上传。`,
  'unreadable-text': (r) =>
    `${file(r)}里的文字用了不带编码对照的字体，取出来是乱码，没有读取。请向发文单位要 Word 版，或先做文字识别（OCR）再上传。`,
  'needs-libreoffice': (r) =>
    `${file(r)}是 ${figure(r.given)} 格式，要靠 LibreOffice 转换，而这台机器上没有找到。请安装 LibreOffice（Debian、Ubuntu、统信、麒麟：apt-get install libreoffice-writer），或者用 Word、WPS 另存为 .docx 后再上传。`,
  'conversion-failed': (r) => `${file(r)}没有转换成功，可能已损坏。请用 Word 或 WPS 打开，另存为 .docx 后再上传。`,
  'time-limit': (r) =>
    `${file(r)}读了 ${figure(r.limit)} 秒还没有读完，已经停止。请检查文件来源，另存一份或拆成几个文件后再上传。`,
  'photo-sealed': (r) =>
    `${file(r)}是 HEIC 或 AVIF 照片，里面的拍摄地点、时间和设备去不掉，没有收下。请把手机相机的格式改成“兼容性最佳”（JPG）再拍，或者另存为 JPG 后上传。`,
  'evidence-kind': (r) =>
    `${file(r)}不能作为证明材料。请上传照片（jpg、png、webp）、PDF、OFD，或者不带宏的 Word、Excel、PPT 文件。`,
  'not-a-workbook': (r) =>
    `${file(r)}不是 Excel 工作簿（.xlsx）${r.given ? `，而是${kinds[String(r.given)] ?? '另一种文件'}` : ''}。请用下载的模板填写，另存为 .xlsx 后再上传。`,
  'workbook-macros': (r) => `${file(r)}带有宏。为了安全，带宏的工作簿一律不读取。请另存为不带宏的 .xlsx 后再上传。`,
  'too-many-cells': (r) => `${file(r)}的单元格太多，超过 ${figure(r.limit)} 个的上限，没有读取。请分成几次导入。`,
  'memory-limit': (r) => `${file(r)}读取时要用的内存太多，已经停止。请检查文件来源，另存一份或拆成几个文件后再上传。`,
};
