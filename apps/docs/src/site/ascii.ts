const beyondAscii = /[^\0-\x7f]/gu;

const codeOf = (character: string) => character.codePointAt(0)?.toString(16) ?? '';

/**
 * HTML that says every other character by its number. Browsers decode a page of ASCII alone as fast as it arrives, and keep
 * it in half the memory: one that is long, and has hardly any other character, is painted sooner.
 */
export const asciiHtml = (html: string): string =>
  html.replaceAll(beyondAscii, (character) => `&#x${codeOf(character)};`);
