/** Functions that answer later, one for each of an object's, at every depth. */
export type Later<T> = {
  readonly [Name in keyof T]: T[Name] extends (...given: infer Given) => infer Result
    ? (...given: Given) => Promise<Awaited<Result>>
    : Later<T[Name]>;
};
