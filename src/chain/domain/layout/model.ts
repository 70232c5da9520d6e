/** Where the nodes of a stage stand: in columns from left to right, or in a band above or below them. */
export type Side = 'main' | 'above' | 'below';

export interface ChartStage {
  readonly id: string;
  readonly name: string;
  readonly side: Side;
}

export interface ChartNode {
  readonly id: string;
  readonly stage: string;
}

/** Something that goes from one node to another; `flow` is its name, empty where nobody said. */
export interface ChartLink {
  readonly from: string;
  readonly to: string;
  readonly flow: string;
}

/** What is drawn: stages in their order from upstream to downstream, nodes, and what flows between them. */
export interface Chart {
  readonly stages: readonly ChartStage[];
  readonly nodes: readonly ChartNode[];
  readonly links: readonly ChartLink[];
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Box extends Rect {
  readonly id: string;
  readonly stage: string;
}

export type Point = readonly [x: number, y: number];

/** The way of one link: upright and level pieces from the border of one box to that of another. */
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly flow: string;
  /** Links of one net share a trunk: they leave the same box with the same goods. */
  readonly net: string;
  readonly points: readonly Point[];
}

/** What flows, written once where it leaves a box. */
export interface FlowLabel {
  readonly net: string;
  readonly text: string;
  readonly x: number;
  /** The base line of the text. */
  readonly y: number;
}

export interface Frame extends Rect {
  readonly id: string;
  readonly name: string;
  readonly side: Side;
}

/** A chart with its places. Lengths are in pixels at the scale of 1. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly frames: readonly Frame[];
  readonly boxes: readonly Box[];
  readonly ways: readonly Way[];
  readonly labels: readonly FlowLabel[];
}
