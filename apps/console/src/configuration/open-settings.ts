import { createContext } from 'react';

/** Opens the connection settings, for what can be mended there. Undefined outside of the frame. */
export const OpenSettingsContext = createContext<(() => void) | undefined>(undefined);
