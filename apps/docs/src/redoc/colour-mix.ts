/**
 * Stands in for the part of polished that Redoc uses. polished computes with colours, and cannot with CSS variables;
 * browsers can. Lighter is nearer to the page, darker nearer to the text, in the light theme and in the dark one.
 */
const mix = (colour: string, share: number, other: string) =>
  `color-mix(in srgb, ${other} ${Math.round(share * 100)}%, ${colour})`;

export const lighten = (amount: number, colour: string): string => mix(colour, amount, 'var(--page)');
export const darken = (amount: number, colour: string): string => mix(colour, amount, 'var(--text)');
export const transparentize = (amount: number, colour: string): string => mix(colour, amount, 'transparent');
export const desaturate = (_amount: number, colour: string): string => colour;
export const readableColor = (): string => 'var(--on-colour)';
