import { readFile, stat } from 'node:fs/promises';
import { DocumentProblem } from './origins.js';

/** How large a file of a document may be, in bytes. */
export const maxBytes = 50 * 1024 * 1024;

/** That a file is larger than {@link maxBytes}, in words to follow its name. */
export const tooLarge = `is larger than ${maxBytes / 1024 / 1024} MB, the most that is read`;

/**
 * Reads a file of a document. Devices, pipes and sockets may have no end, or keep who opens them waiting, so that they are
 * not even opened.
 *
 * @throws DocumentProblem when there is no such file, or it is none that is read.
 */
export async function readDocumentFile(path: string): Promise<Buffer> {
  try {
    const found = await stat(path);
    if (!found.isFile()) {
      throw new DocumentProblem(
        `${path} is ${found.isDirectory() ? 'a folder' : 'a device, pipe or socket'}; name a file`,
      );
    }
    if (found.size > maxBytes) throw new DocumentProblem(`${path} ${tooLarge}`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof DocumentProblem) throw error;
    throw new DocumentProblem(`cannot read ${path}: there is no such file, or it may not be read`, { cause: error });
  }
}
