const colour =
  /#[\da-f]{3,8}\b|\b(?:rgb|hsl)a?\([^)]*\)|(?<=:[^;{}]*[\s:])(?:white|black|gr[ae]y|red|yellow)(?=[\s;}])/gi;

/** No colour at all, in either theme. */
const invisible = new Set(['rgba(0, 0, 0, 0)', 'rgba(255, 255, 255, 0)', 'rgba(0,0,0,0)', 'rgba(255,255,255,0)']);

/** The colours in some CSS that are the same in the light theme and the dark one, rather than variables. */
export const fixedColours = (css: string): string[] =>
  [...css.matchAll(colour)].map(([found]) => found).filter((found) => !invisible.has(found));
