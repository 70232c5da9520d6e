import { Light } from '../../../../platform/web/chart/light.tsx';
import type { ReadingJson } from '../../contract/reading-api.ts';
import { lightNames } from '../../domain/wording/pace.ts';

interface Props {
  readonly light: ReadingJson['light']['light'];
  /** Light and reason in words: shown when it is pointed at. */
  readonly reason: string;
  /** With its name beside it. */
  readonly named?: boolean;
}

/** The light of a target: colour, shape and word. */
export const LightMark = ({ light, reason, named = false }: Props) => (
  <Light colour={light ?? 'none'} word={light === null ? '不亮灯' : lightNames[light]} reason={reason} bare={!named} />
);
