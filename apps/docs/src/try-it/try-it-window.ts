import type { TryItOperation } from './try-it-operation.js';

// What the scripts of the dialog, each in a file of its own, leave for one another: see `search/search-window.ts`.
declare global {
  interface Window {
    vpcepTryItOperations?: readonly TryItOperation[];
    /** Makes the dialog work. Returns what fills it with an operation. */
    vpcepStartTryIt?: (
      dialog: HTMLDialogElement,
      operations: readonly TryItOperation[],
    ) => (operationId: string) => void;
  }
}
