import { Typography } from 'antd';
import { useTexts } from '../language/language-context.js';

/** An ID, and a button that copies it. */
export function CopyableId({ id }: { id: string }) {
  const { actions } = useTexts();
  return (
    <Typography.Text
      className="mono copyable-id"
      copyable={{ text: id, tooltips: [`${actions.copyId} ${id}`, actions.copied] }}
    >
      {id}
    </Typography.Text>
  );
}
