import { figureWords } from '../../../task/domain/index.ts';
import type { FigureSource } from './source.ts';

/** A number of a document that is bound to where it comes from. `value` is the number times 10^decimals. */
export interface Figure {
  readonly id: string;
  /** What it is the number of, for people: 红灯责任. */
  readonly name: string;
  readonly value: number;
  readonly decimals: number;
  /** 项、%、个百分点、位… */
  readonly unit: string;
  readonly from: FigureSource;
}

/** As it stands in the text. A percent sign belongs to the number, other units are words beside it. */
export const figureText = ({ value, decimals, unit }: Pick<Figure, 'value' | 'decimals' | 'unit'>): string =>
  `${figureWords(value, decimals)}${unit === '%' ? '%' : ''}`;
