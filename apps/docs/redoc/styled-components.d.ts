import type { ComponentType, FunctionComponent } from 'react';
import { createGlobalStyle, css, keyframes, ThemeProvider } from '../../../node_modules/styled-components';
import type { ResolvedThemeInterface } from '../node_modules/.cache/redoc/src/theme';

// Redoc is written with the types of styled-components 5: here are those that 6 has not, or in another form.
export * from '../../../node_modules/styled-components';
export { default } from '../../../node_modules/styled-components';

export type StyledComponent<_Component, _Theme, Props, _Attributes = never> = ComponentType<Props>;

/* eslint-disable @typescript-eslint/no-unnecessary-type-parameters -- Redoc gives them */
/** Gives an element its style. What attributes it takes is not checked. */
interface Styling {
  <_Props>(style: TemplateStringsArray, ...values: unknown[]): FunctionComponent<Record<string, unknown>>;
  attrs<_Props>(attributes: unknown): Styling;
}
/* eslint-enable @typescript-eslint/no-unnecessary-type-parameters */

interface Styled {
  (component: unknown): Styling;
  [element: string]: Styling;
}

export interface ThemedStyledComponentsModule<_Theme> {
  default: Styled;
  css: typeof css;
  createGlobalStyle: typeof createGlobalStyle;
  keyframes: typeof keyframes;
  ThemeProvider: typeof ThemeProvider;
}

declare module '../../../node_modules/styled-components' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- what is merged with another one has no other form
  interface DefaultTheme extends ResolvedThemeInterface {}
}
