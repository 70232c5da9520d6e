import type { ReadingJson } from '../../contract/reading-api.ts';
import { lightNames } from '../../domain/wording/pace.ts';
import './light-mark.css';

const signs = { green: '●', blue: '◆', yellow: '▲', red: '■' } as const;

interface Props {
  readonly light: ReadingJson['light']['light'];
  /** Light and reason in words: shown when it is pointed at. */
  readonly reason: string;
  /** With its name beside it. */
  readonly named?: boolean;
}

/** The light of a target: colour, shape and word. */
export function LightMark({ light, reason, named = false }: Props) {
  const name = light === null ? '不亮灯' : lightNames[light];
  return (
    <span className={`light-mark light-${light ?? 'none'}`} title={reason}>
      <i aria-hidden="true">{light === null ? '○' : signs[light]}</i>
      <span className={named ? undefined : 'visually-hidden'}>{name}</span>
    </span>
  );
}
