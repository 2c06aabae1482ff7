import type { Translated } from '@vpcep/openapi/documents';

const words: Readonly<Record<keyof Translated, (format: string) => string>> = {
  en: (format) => `Format: ${format}`,
  'zh-CN': (format) => `格式：${format}`,
};

/**
 * The text of a comment that openapi-typescript has written, as editors show it best: the description is what the comment
 * begins with and not one of its tags, and what the type says already is left out.
 */
export function tsdocOfComment(comment: string, language: keyof Translated): string {
  const summaries: string[] = [];
  const formats: string[] = [];
  const tags: string[] = [];
  let description = '';
  for (const entry of entriesOf(comment)) {
    const [word = ''] = entry.split(/\s/, 1);
    const rest = entry.slice(word.length + 1);
    if (word === '@description') description = rest;
    else if (word === 'Format:') formats.push(words[language](rest));
    else if (!word.startsWith('@')) summaries.push(entry);
    else if (word !== '@enum' && word !== '@constant') tags.push(entry);
  }
  // Whatever follows a tag is about it.
  const [text = '', ...ownTags] = description.split(/^(?=@(?:deprecated|see) )/m);
  const paragraphs = [...summaries, text.trim(), ...formats, ...ownTags.map((tag) => tag.trim())].filter(
    (paragraph) => paragraph !== '',
  );
  return [paragraphs.join('\n\n'), tags.join('\n')].filter((part) => part !== '').join('\n\n');
}

/** The lines of a comment, each with those that go on with it, which are indented. */
function entriesOf(comment: string): string[] {
  const entries: string[] = [];
  for (const line of comment.split('\n')) {
    const text = line.replace(/^ ?\* ?/, '').trimEnd();
    const isFirst = entries.length === 0 || !/^ {4}|^$/.test(text);
    if (isFirst && text !== '') entries.push(text);
    else if (!isFirst) entries.push(`${entries.pop() ?? ''}\n${text.slice(4)}`);
  }
  return entries.map((entry) => entry.trim());
}
