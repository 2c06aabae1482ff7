/** A text in every language that the document has. */
export type Translated = Record<'en' | 'zh-CN', string>;

/** What programs depend on a code for, whatever its number. */
export type ErrorKind = 'authentication' | 'notFound' | 'pageOutOfRange' | 'request' | 'system' | 'throttling';

/** An entry of the error catalogue. */
export interface CataloguedError {
  code: string;
  status: number;
  /** The statuses that it comes with besides. */
  otherStatuses?: number[];
  /** What is sent with it. */
  message: string;
  /** The part of the service that it is about, one of the categories of the catalogue. */
  category: string;
  kind?: ErrorKind;
  /** The fields of requests that it is about, the likeliest first. */
  fields?: string[];
  /** What the caller can do. */
  remedy: Translated;
  /** The release of the source that this came with, if it was not there from the start. */
  since?: string;
}

/** Whether the gateway answers with a code, and not the service. */
export const isOfGateway = ({ category }: Pick<CataloguedError, 'category'>): boolean => category === 'gateway';
