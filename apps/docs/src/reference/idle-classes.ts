/**
 * Takes from the HTML the classes of styled-components that no rule asks for: each component gives its elements a name of
 * its own, and hardly any of them is ever in a selector.
 */
export function withoutIdleClasses(html: string, css: string): string {
  const asked = new Set(css.match(/(?<=\.)sc-\w+/g));
  return html.replaceAll(/(<\w[^<>]*?) class="([^"]*)"/g, (_, tag: string, names: string) => {
    const kept = names.split(' ').filter((name) => name !== '' && (!name.startsWith('sc-') || asked.has(name)));
    return kept.length === 0 ? tag : `${tag} class="${kept.join(' ')}"`;
  });
}
