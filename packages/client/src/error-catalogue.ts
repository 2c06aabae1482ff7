import { categories, errorSubjects } from './generated/error-subjects.js';
import { errorsByCode } from './generated/errors-by-code.js';

export type { ErrorCode } from './generated/error-code.js';

/** What the catalogue says about an error code of the service. */
export interface CataloguedError {
  /** The HTTP status that the service answers with. */
  readonly status: number;
  /** The message that the service sends. Codes and messages are not one to one. */
  readonly message: string;
  /** The part of the service that the error is about; {@link errorCategories} has its name. */
  readonly category: string;
  /** What programs depend on the code for, such as `throttling`; few codes have a kind. */
  readonly kind?: string;
  /** The fields of requests that the error is about, the likeliest first. */
  readonly fields?: readonly string[];
  /** What the caller can do, in English and in Chinese. */
  readonly remedy: { readonly en: string; readonly 'zh-CN': string };
  /** The release that first documents the code, when that is not the first. */
  readonly since?: string;
}

/** Every documented error code of the service, such as `EndPoint.0005`, with what to do about it. */
export const errorCatalogue: ReadonlyMap<string, CataloguedError> = new Map(
  Object.entries(errorsByCode).map(([code, error]) => [code, { ...error, ...errorSubjects[code] }]),
);

/** The parts of the service that errors are about, with their names in English and in Chinese. */
export const errorCategories: Readonly<Record<string, CataloguedError['remedy']>> = categories;
