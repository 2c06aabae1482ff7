import type { Connection } from '@vpcep/types';
import { useTexts } from '../language/language-context.js';
import { lazyPart } from '../loading/lazy-part.js';
import { EditableNote } from '../resources/editable-note.js';

const ConnectionNoteDialog = lazyPart(() =>
  import('./connection-note-dialog.js').then((loaded) => loaded.ConnectionNoteDialog),
);

interface Props {
  serviceId: string;
  connection: Connection;
  isNarrow?: boolean;
}

/** What the owner of a service has noted about a connection. Nobody else sees it. */
export function ConnectionNote({ serviceId, connection, isNarrow = false }: Props) {
  const texts = useTexts();
  return (
    <EditableNote
      note={connection.description}
      editText={texts.changes.editNote(connection.id)}
      isNarrow={isNarrow}
      dialog={(close) => <ConnectionNoteDialog serviceId={serviceId} connection={connection} onClose={close} />}
    />
  );
}
