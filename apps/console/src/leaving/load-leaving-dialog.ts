import { withComponents } from '../components/with-components.js';

/** Loads the question: whoever fills in nothing does not need it. */
export const loadLeavingDialog = () =>
  withComponents(import('./leaving-dialog.js').then((loaded) => loaded.LeavingDialog));
