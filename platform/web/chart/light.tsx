import './chart.css';

export type LightColour = 'green' | 'blue' | 'yellow' | 'red' | 'none';

/** A shape of its own for each, in a box of 16: told apart without colour and on a black and white print. */
const shapes: Readonly<Record<LightColour, string>> = {
  green: 'M8,2a6,6 0 1 0 0.01,0ZM5,8.2l2.2,2.3L11.2,6',
  blue: 'M8,1.5L14.5,8L8,14.5L1.5,8Z',
  yellow: 'M8,1.8L15,14H1ZM8,6v3.6M8,11.6v0.6',
  red: 'M5.2,1.5H10.8L14.5,5.2V10.8L10.8,14.5H5.2L1.5,10.8V5.2ZM5.6,5.6L10.4,10.4M10.4,5.6L5.6,10.4',
  none: 'M8,2.5a5.5,5.5 0 1 0 0.01,0Z',
};
const usualWords: Readonly<Record<LightColour, string>> = {
  ...{ green: '绿灯', blue: '蓝灯', yellow: '黄灯', red: '红灯', none: '不亮灯' },
};

interface Props {
  readonly colour: LightColour;
  /** What it means here: 落后进度. */
  readonly word?: string;
  /** Why, on pointing at it; pages say it elsewhere too. */
  readonly reason?: string;
  /** The word is only heard, where a narrow table has no room for it: the shape still tells. */
  readonly bare?: boolean;
}

/** A traffic light: a shape, a colour and a word. */
export function Light({ colour, word = usualWords[colour], reason, bare = false }: Props) {
  return (
    <span className={`jw-light jw-light-${colour}`} title={reason ?? (bare ? word : undefined)}>
      <svg viewBox="0 0 16 16" width={16} height={16} aria-hidden="true">
        <path d={shapes[colour]} />
      </svg>
      <span className={bare ? 'visually-hidden' : ''}>{word}</span>
    </span>
  );
}
