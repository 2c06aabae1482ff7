/** The colours of the console: those of the reference; states and quiet texts are dark, or light, enough to be read. */
export interface Colours {
  /** Links, and what is chosen. */
  readonly accent: string;
  /** The button that matters most. */
  readonly primary: string;
  readonly success: string;
  readonly warning: string;
  readonly error: string;
  readonly text: string;
  readonly muted: string;
  /** What stands where something is to be typed. */
  readonly placeholder: string;
  readonly line: string;
  /** Behind the page, what lies upon it, and what lies upon that. */
  readonly page: string;
  readonly surface: string;
  readonly raised: string;
  /** Behind code and the heads of tables. */
  readonly code: string;
}

export const light: Colours = {
  accent: '#0b5cad',
  primary: '#0b5cad',
  success: '#1d7a2e',
  warning: '#8f5600',
  error: '#c4281c',
  text: '#1b2530',
  muted: '#55606e',
  placeholder: '#6b7683',
  line: '#e5e9ee',
  page: '#f6f8fa',
  surface: '#ffffff',
  raised: '#ffffff',
  code: '#f0f3f6',
};

export const dark: Colours = {
  accent: '#7cb7f2',
  primary: '#1d6bb8',
  success: '#6cc478',
  warning: '#e0a83f',
  error: '#ff958c',
  text: '#dfe6ee',
  muted: '#a7b3c0',
  placeholder: '#8e9baa',
  line: '#25303b',
  page: '#0f151b',
  surface: '#161e27',
  raised: '#1d2731',
  code: '#212b36',
};
