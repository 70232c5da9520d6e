import { hiddenText } from './words.ts';

/** A figure that is not shown, with the reason to whoever points at it and to whoever hears it. */
export const HiddenMark = ({ because }: { readonly because: Parameters<typeof hiddenText>[0] }) => (
  <span className="reading-hidden" title={hiddenText(because)}>
    <span aria-hidden="true">※</span>
    <span className="visually-hidden">{hiddenText(because)}</span>
  </span>
);
