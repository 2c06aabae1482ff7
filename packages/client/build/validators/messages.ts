import { type Document, DocumentError, pointerTo } from '@vpcep/openapi/reader';

/** A document whose `x-message`s are in all languages, by the language; the editions differ in their texts alone. */
export function withMessages(editions: { readonly en: Document; readonly 'zh-CN': Document }): Document {
  // What has the shape of a document keeps it.
  return merged(editions.en, editions['zh-CN'], '#') as Document;
}

function merged(english: unknown, chinese: unknown, pointer: string): unknown {
  if (Array.isArray(english)) {
    return english.map((item, index) => merged(item, member(chinese, index), pointerTo(pointer, index)));
  }
  if (typeof english !== 'object' || english === null) return english;
  return Object.fromEntries(
    Object.entries(english).map(([name, value]: [string, unknown]) => {
      const translated = member(chinese, name);
      if (name !== 'x-message' || typeof value !== 'string') {
        return [name, merged(value, translated, pointerTo(pointer, name))];
      }
      if (typeof translated !== 'string') throw new DocumentError({ pointer }, 'has an x-message in English alone');
      return [name, { en: value, 'zh-CN': translated }];
    }),
  );
}

const member = (value: unknown, name: string | number): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[name] : undefined;
