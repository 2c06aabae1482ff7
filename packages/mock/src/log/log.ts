/** A request that was answered, or whose connection was cut. */
export interface RequestEntry {
  event: 'request';
  /** When it was answered, in UTC, as ISO 8601 writes it. */
  time: string;
  method: string;
  /** Path and query. Values of parameters that the document does not have are not shown, nor is the password of a whole URL. */
  path: string;
  /** Missing when the connection was cut. */
  status?: number;
  /** What the answer's `X-Request-Id` says; missing for those that control the mock. */
  request_id?: string;
  /** How long the answer took, in milliseconds. */
  duration_ms: number;
  /** The `operationId`; missing when the request is for none, as those that control the mock are. */
  operation?: string;
  /** The code of an error response, and what it says: the field, the rule and what to do. */
  error_code?: string;
  error_msg?: string;
  /** What was found out about refused credentials, and where to look, or which unknown fields were let through, line by line. */
  explanation?: readonly string[];
  /** What a fault did. */
  fault?: string;
  /** Why the mock failed, with the place in its code. */
  failure?: string;
}

/** The mock takes requests. */
export interface ListeningEntry {
  event: 'listening';
  time: string;
  url: string;
}

/** Something that whoever runs the mock should know. */
export interface WarningEntry {
  event: 'warning';
  time: string;
  message: string;
}

/** The document has changed. It is in use from now on, unless there is a problem. */
export interface DocumentEntry {
  event: 'document';
  time: string;
  /** The path of the document, as it was given. */
  document: string;
  /** SHA-256, as `GET /_mock/health` shows it. */
  document_hash?: string;
  /** How many operations it has. */
  operations?: number;
  /** What is wrong with it, and where. */
  problem?: string;
}

/** The command could not write entries, since whoever reads its output is too slow. */
export interface DroppedEntry {
  event: 'dropped';
  time: string;
  /** How many entries are left out here. */
  entries: number;
}

/** What is changed cannot be kept in the folder of `persist`, from now on; without a problem, it can again. */
export interface PersistenceEntry {
  event: 'persistence';
  time: string;
  /** The path of the folder, as it was given. */
  folder: string;
  /** What is wrong, and what to do. */
  problem?: string;
}

/** One entry of the log. Nothing of a request's headers and body is in it but what an error response names. */
export type LogEntry = RequestEntry | ListeningEntry | WarningEntry | DocumentEntry | PersistenceEntry | DroppedEntry;

/** Takes the entries of the log. */
export type Log = (entry: LogEntry) => void;
