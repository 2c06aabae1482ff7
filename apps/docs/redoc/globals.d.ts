/** What Redoc's own build puts in the place of these. */
declare const __REDOC_VERSION__: string;
declare const __REDOC_REVISION__: string;

declare namespace NodeJS {
  interface Module {
    hot?: { dispose: (then: () => void) => void };
  }
}

/** What a worker has. */
declare function importScripts(...urls: string[]): void;
