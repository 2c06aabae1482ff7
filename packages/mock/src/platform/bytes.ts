const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A text as UTF-8. */
export const utf8 = (text: string): Uint8Array => encoder.encode(text);

/** The text that UTF-8 stands for, with � in the place of what is none. */
export const textOfUtf8 = (bytes: Uint8Array): string => decoder.decode(bytes);

/** The bytes of a text that shows each byte as if it were a character, as headers do. */
export const bytesOf = (text: string): Uint8Array => Uint8Array.from(text.split(''), (unit) => unit.charCodeAt(0));

/** Bytes in base64. */
export const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** Bytes in hexadecimal. */
export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The bytes of a text in hexadecimal. */
export const bytesOfHex = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));

/** Undoes escapes of URLs: what is no escape stands for itself, and bytes that are no UTF-8 become �. */
export function unescape(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    const bytes = text.replace(/%[\da-f]{2}/gi, (code) => String.fromCharCode(parseInt(code.slice(1), 16)));
    return textOfUtf8(bytesOf(bytes));
  }
}
