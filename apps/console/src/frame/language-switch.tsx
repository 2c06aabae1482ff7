import { GlobalOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
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
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [language],
        items: languages.map((each) => ({ key: each, label: <span lang={each}>{languageNames[each]}</span> })),
        onClick({ key }) {
          void navigate(pathname.replace(/^\/[^/]+/, `/${key}`) + search);
        },
      }}
    >
      <Button type="text" icon={<GlobalOutlined aria-hidden />} aria-label={texts.language} />
    </Dropdown>
  );
}
