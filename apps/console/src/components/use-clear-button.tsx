import { CloseCircleFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTexts } from '../language/language-context.js';

/** What a choice is given as its `allowClear`: the component library has a name for that button in English alone. */
export function useClearButton(): { clearIcon: ReactNode; label: string } {
  const { actions } = useTexts();
  return { clearIcon: <CloseCircleFilled />, label: actions.clear };
}
