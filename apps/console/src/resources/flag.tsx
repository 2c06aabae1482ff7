import { useTexts } from '../language/language-context.js';

/** Yes or no; what an odd service sends in place of it is shown as it came. */
export function Flag({ value }: { value: boolean | string | undefined }) {
  const { yes, no } = useTexts();
  if (value === undefined) return <>–</>;
  return <>{value === true ? yes : value === false ? no : value}</>;
}
