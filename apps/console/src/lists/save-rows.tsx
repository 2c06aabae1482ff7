import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from '../elements/button.js';
import { useTexts } from '../language/language-context.js';
import { FailureAlert } from '../problems/failure-alert.js';
import { DropDown } from './drop-down.js';
import type { RowsFormat } from './rows-file.js';

interface Props {
  /** Begins the name of the file. */
  name: string;
  /** Fetches all rows that the filters find, also those of other pages. */
  fetchRows: () => Promise<readonly object[]>;
}

/** Saves all rows of a list as a file: for a spreadsheet, or as the API has sent them. */
export function SaveRows({ name, fetchRows }: Props) {
  const { lists } = useTexts();
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: async (format: RowsFormat) => {
      const rows = await fetchRows();
      const { saveRows } = await import('./rows-file.js');
      return lists.saved(rows.length, saveRows(rows, name, format));
    },
  });
  const formats = { csv: lists.saveCsv, json: lists.saveJson } as const;
  return (
    <DropDown text={lists.save} icon={<DownloadOutlined aria-hidden />}>
      {() => (
        <>
          {(['csv', 'json'] as const).map((format) => (
            <Button
              key={format}
              disabled={isPending}
              onClick={() => {
                mutate(format);
              }}
            >
              {formats[format]}
            </Button>
          ))}
          <div role="status">{isPending ? lists.saving : data}</div>
          {error !== null && <FailureAlert error={error} />}
        </>
      )}
    </DropDown>
  );
}
