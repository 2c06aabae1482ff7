/** Shows the link to the console, where the site's `config.json` says that there is one. */
export async function linkConsole(): Promise<void> {
  const link = document.querySelector<HTMLAnchorElement>('#console-link');
  // Pages on a disk have no address that a file beside them could be asked for.
  if (link === null || !location.protocol.startsWith('http')) return;
  const response = await fetch(link.dataset['config'] ?? '');
  if (!response.ok) return;
  const { console: address } = (await response.json()) as { console?: unknown };
  if (typeof address !== 'string') return;
  link.href = address;
  link.hidden = false;
}
