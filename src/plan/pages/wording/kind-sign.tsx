import type { ItemKind } from '../../domain/model.ts';
import { kindSign, kindWord } from './words.ts';
import './kind-sign.css';

interface Props {
  readonly kind: ItemKind;
  readonly className?: string;
}

/** The character that stands for a kind, in its colour. */
export const KindSign = ({ kind, className = '' }: Props) => (
  <i className={`sign sign-${kind} ${className}`} title={kindWord[kind]}>
    {kindSign[kind]}
  </i>
);
