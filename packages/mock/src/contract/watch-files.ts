import { type FSWatcher, statSync, watch } from 'node:fs';
import { basename, dirname, sep } from 'node:path';

/** How long nothing may have changed before it is told: who saves many files saves them at once. */
const debounceMs = 50;

/** Files that are watched. */
export interface WatchedFiles {
  /** Watches these files from now on, whether they exist or not. */
  watch(files: Iterable<string>): void;
  close(): void;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The folders to watch, and what each may report that matters: what leads to a file, and its own end. */
function foldersOf(files: Iterable<string>, root: string): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>();
  for (const file of files) {
    for (let path = file; path !== dirname(path); path = dirname(path)) {
      const folder = dirname(path);
      if (!isFolder(folder)) continue;
      const names = folders.get(folder) ?? new Set([basename(folder)]);
      folders.set(folder, names.add(basename(path)));
      if (!folder.startsWith(root + sep)) break;
    }
  }
  return folders;
}

/**
 * Tells when files may have changed, appeared or gone. It watches their folders, up to `root`: an editor puts a new file
 * in the place of the one that was watched, and version control new folders. Call `watch` again after each change, and
 * read the files after that: what changes later is told.
 */
export function watchFiles(root: string, changed: () => void): WatchedFiles {
  let watchers: FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    clearTimeout(timer);
    timer = setTimeout(changed, debounceMs);
  };
  const stop = () => {
    for (const watcher of watchers) watcher.close();
    watchers = [];
  };
  return {
    watch(files) {
      stop();
      for (const [folder, names] of foldersOf(files, root)) {
        try {
          const watcher = watch(folder, (_, name) => {
            if (name === null || names.has(name)) tell();
          });
          // A folder that is removed ends its watching, on some systems with an error.
          watcher.on('error', tell);
          watchers.push(watcher);
        } catch (error) {
          // It may be gone since it was looked for.
          if (isFolder(folder)) throw error;
          tell();
        }
      }
    },
    close() {
      clearTimeout(timer);
      stop();
    },
  };
}
