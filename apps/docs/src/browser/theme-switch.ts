import { store, stored } from './stored.js';

const key = 'theme';
const storage = () => localStorage;

/** Lets the reader choose between light, dark and what the system has, for all pages from now on. */
export function startThemeSwitch(): void {
  const label = document.querySelector<HTMLElement>('.theme-switch');
  const select = label?.querySelector('select');
  if (!label || !select) return;
  const { dataset } = document.documentElement;
  const show = (theme: string) => {
    if (theme === 'light' || theme === 'dark') dataset['theme'] = theme;
    else delete dataset['theme'];
    select.value = dataset['theme'] ?? '';
  };
  show(dataset['theme'] ?? '');
  label.hidden = false;
  select.addEventListener('change', () => {
    show(select.value);
    store(storage, key, select.value);
  });
  // Chosen in another window.
  addEventListener('storage', (event) => {
    if (event.key === key) show(event.newValue ?? '');
  });
  // The page comes back as it was left, while another one was chosen.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) show(stored(storage, key) ?? '');
  });
}
