import type { TryItData } from './try-it-operation.js';

/** Fills the dialog. */
export interface TryItFilling {
  /** With an operation: its sample, or what another page has handed over. */
  operation: (operationId: string) => void;
  /** With the first step of a workflow. The mock in the page begins anew. */
  workflow: (workflowId: string) => void;
}

// What the scripts of the dialog, each in a file of its own, leave for one another: see `search/search-window.ts`.
declare global {
  interface Window {
    vpcepTryItData?: TryItData;
    /** Makes the dialog work. */
    vpcepStartTryIt?: (dialog: HTMLDialogElement, data: TryItData) => TryItFilling;
  }
}
