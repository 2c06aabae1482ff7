import type { TryItData } from './try-it-operation.js';

/** Opens the dialog for an operation, with its sample or with what another page has handed over. */
export type OpenTryIt = (operationId: string) => void;

// What the scripts of the dialog, each in a file of its own, leave for one another: see `search/search-window.ts`.
declare global {
  interface Window {
    vpcepTryItData?: TryItData;
    /** Makes the dialog work. Returns what fills it with an operation. */
    vpcepStartTryIt?: (dialog: HTMLDialogElement, data: TryItData) => OpenTryIt;
  }
}
