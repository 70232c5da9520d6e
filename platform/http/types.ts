/** A schema's type with everything read-only, as the domain writes its own. */
export type ReadonlyDeep<T> = T extends readonly (infer E)[]
  ? readonly ReadonlyDeep<E>[]
  : T extends object
    ? { readonly [K in keyof T]: ReadonlyDeep<T[K]> }
    : T;

/** `true` when two types can stand for each other; assigning it to a constant makes the compiler check it. */
export type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
