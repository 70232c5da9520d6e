import type { Block } from './block.ts';

/** A document as GB/T 9704-2012 orders it, without any measure: those are the writer's. */
export interface OfficialDocument {
  /** Left out: no red head, as on papers within an office. */
  readonly head?: RedHead;
  readonly title: string;
  /** 文号: 临链办发〔2026〕8号. With a red head it stands below the mark, else below the title. */
  readonly number?: string;
  /** 份号, six digits; 密级 (“秘密★1年”); 紧急程度 (“特急”): top left, in this order. */
  readonly copyNumber?: string;
  readonly secrecy?: string;
  readonly urgency?: string;
  /** 主送, without the colon. */
  readonly addressee?: string;
  readonly blocks: readonly Block[];
  /** Names of the annexes, listed below the text; one alone is not numbered. */
  readonly annexes?: readonly string[];
  readonly signature?: Signature;
  /** 附注, in round brackets below the date: “联系人：……”; without the brackets. */
  readonly note?: string;
  readonly imprint?: Imprint;
  /** Typefaces other than those of the standard. */
  readonly fonts?: Partial<Fonts>;
}

/** 发文机关标志. `document`: 文件格式, mark high on the page; `letter`: 信函格式, two red double rules. */
export interface RedHead {
  readonly kind: 'document' | 'letter';
  readonly mark: string;
  /** 签发人, at the right of the number; only documents that go upwards have one. */
  readonly signer?: string;
}

/** 落款. */
export interface Signature {
  readonly units: readonly string[];
  /** `2026-11-21`; written 2026年11月21日. Where a template is written: a field, {日期}. */
  readonly date: string;
  /** With a seal the date stands four characters from the right and the units centred above it. */
  readonly sealed?: boolean;
}

/** 版记: at the foot of the last page. */
export interface Imprint {
  /** 抄送, without the word itself. */
  readonly copies?: string;
  readonly printedBy?: string;
  /** `2026-11-21`. */
  readonly printedOn?: string;
}

/** Names of typefaces, as Word knows them. */
export interface Fonts {
  /** 方正小标宋简体: titles and the red mark. */
  readonly title: string;
  /** 黑体: headings of level 1. */
  readonly heading: string;
  /** 楷体: headings of level 2. */
  readonly subheading: string;
  /** 仿宋: everything else. */
  readonly body: string;
  /** 宋体: page numbers, tables and charts. */
  readonly plain: string;
}
