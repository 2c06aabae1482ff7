import { useLocation, useNavigate } from 'react-router';
import { useTexts } from '../language/language-context.js';
import { languageNames, languages } from '../language/languages.js';
import { usePageLocation } from '../location/location.js';

/** Chooses the language; the page stays. */
export function LanguageSwitch() {
  const texts = useTexts();
  const { language } = usePageLocation();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  return (
    <select
      aria-label={texts.language}
      value={language}
      onChange={({ target }) => {
        void navigate(pathname.replace(/^\/[^/]+/, `/${target.value}`) + search);
      }}
    >
      {languages.map((each) => (
        <option key={each} value={each} lang={each}>
          {languageNames[each]}
        </option>
      ))}
    </select>
  );
}
