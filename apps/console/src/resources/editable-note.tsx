import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useListDialogs } from '../lists/use-list-dialogs.js';
import './editable-note.css';

interface Props {
  note: string | undefined;
  /** What the button is for, for those who do not see where it stands. */
  editText: string;
  /** The dialog that changes the note. */
  dialog: (close: () => void) => ReactNode;
  /** Whether it stands in another column, on pages too narrow for one of its own. */
  isNarrow?: boolean;
}

/** A note in a list, and the button that opens the dialog to change it. */
export function EditableNote({ note = '', editText, dialog, isNarrow = false }: Props) {
  const openDialog = useListDialogs();
  return (
    <div className={isNarrow ? 'editable-note only-without-column' : 'editable-note'}>
      {note !== '' && <span>{note}</span>}
      <Button
        size="small"
        type="text"
        icon={<EditOutlined aria-hidden />}
        aria-label={editText}
        title={editText}
        onClick={() => {
          openDialog(dialog);
        }}
      />
    </div>
  );
}
