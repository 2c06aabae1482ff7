/** CSS in a page itself, with the attributes of its element. */
export interface InlineStyle {
  css: string;
  attributes?: Record<string, string>;
}

export function StyleElement({ css, attributes }: InlineStyle) {
  return <style {...attributes} dangerouslySetInnerHTML={{ __html: css }} />;
}
