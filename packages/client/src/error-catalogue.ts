import { categories, codeAlias, errorSubjects } from './generated/error-subjects.js';
import { errorsByCode } from './generated/errors-by-code.js';

export type { ErrorCode } from './generated/error-code.js';

/** What the catalogue says about an error code of the service, or of the gateway before it. */
export interface CataloguedError {
  /** The HTTP status that it comes with. */
  readonly status: number;
  /** The statuses that it comes with besides. */
  readonly otherStatuses?: readonly number[];
  /** The message that is sent with it. Codes and messages are not one to one. */
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

const spelling = (code: string): string => (code.startsWith(codeAlias[0]) ? code.replace(...codeAlias) : code);

/** A map that finds a code by the spelling of any region, and lists it by one. */
class Catalogue extends Map<string, CataloguedError> {
  override get(code: string): CataloguedError | undefined {
    return super.get(spelling(code));
  }

  override has(code: string): boolean {
    return super.has(spelling(code));
  }
}

/** Every documented error code of the service and of the gateway before it, such as `EndPoint.0005`, with what to do about it. */
export const errorCatalogue: ReadonlyMap<string, CataloguedError> = new Catalogue(
  Object.entries(errorsByCode).map(([code, error]) => [code, { ...error, ...errorSubjects[code] }]),
);

/** The parts of the service that errors are about, with their names in English and in Chinese. */
export const errorCategories: Readonly<Record<string, CataloguedError['remedy']>> = categories;
