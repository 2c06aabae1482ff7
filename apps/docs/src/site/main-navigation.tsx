import type { ReactNode } from 'react';
import { headerLinks } from './header-links.js';
import type { Language } from './languages.js';
import { textsOf } from './texts.js';

/** The links to the parts of the site, in the header. */
export function MainNavigation(props: {
  language: Language;
  /** Where something is, seen from the page, that the site has at an address below the folder of the language. */
  addressOf: (address: string) => string;
  /** The address of the page itself, where it is one of the site. */
  path?: string;
  /** What follows the links. */
  children?: ReactNode;
}) {
  const { language, addressOf, path, children } = props;
  const texts = textsOf[language];
  return (
    <nav aria-label={texts.mainNavigation}>
      {headerLinks.map((link) => (
        <a
          key={link.path}
          href={addressOf(link.path)}
          aria-current={path !== undefined && isWithin(link.path, path) ? 'page' : undefined}
        >
          {texts[link.text]}
        </a>
      ))}
      {children}
    </nav>
  );
}

const isWithin = (section: string, path: string) => (section === '' ? path === '' : path.startsWith(section));
