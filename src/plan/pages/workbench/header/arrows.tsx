const arrow = {
  width: 18,
  height: 18,
  viewBox: '0 0 20 20',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.8,
} as const;

/** Undo: an arrow that turns back. */
export const BackArrow = () => (
  <svg {...arrow} strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
    <path d="M7 4 3 8l4 4M3 8h9a5 5 0 0 1 0 10H8" transform="translate(0 -1)" />
  </svg>
);

/** Redo: the same, forward. */
export const ForthArrow = () => (
  <svg {...arrow} strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
    <path d="m13 4 4 4-4 4M17 8H8a5 5 0 0 0 0 10h4" transform="translate(0 -1)" />
  </svg>
);
