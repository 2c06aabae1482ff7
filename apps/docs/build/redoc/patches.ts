import { applyPatch, FILE_HEADERS_ONLY, formatPatch, parsePatch, structuredPatch, type StructuredPatch } from 'diff';

/** A unified diff of one of Redoc's modules. */
export interface Patch {
  diff: StructuredPatch;
  /** Why it changes what it changes, hunk by hunk: what stands behind the second `@@`. */
  reasons: string[];
}

const hunkHeader = /^(@@ -\S+ \+\S+ @@)(.*)$/gm;

export function parse(text: string): Patch {
  const [diff, ...more] = parsePatch(text);
  if (diff === undefined || more.length > 0) throw new Error('a patch is of one module');
  return { diff, reasons: [...text.matchAll(hunkHeader)].map(([, , reason = '']) => reason.trim()) };
}

export function format({ diff, reasons }: Patch): string {
  let index = 0;
  return formatPatch(diff, FILE_HEADERS_ONLY).replaceAll(hunkHeader, (header) =>
    `${header} ${reasons[index++] ?? ''}`.trimEnd(),
  );
}

/**
 * Changes a module of Redoc as its patch says.
 *
 * @throws Error when a hunk no longer fits, to the letter, or does not say why it is there.
 */
export function apply(path: string, source: string, { diff, reasons }: Patch): string {
  let changed = source;
  // From the last to the first: so the numbers of the lines hold, and what does not fit is known.
  for (const [index, hunk] of [...diff.hunks.entries()].reverse()) {
    const reason = reasons[index];
    if (reason === undefined || reason === '') {
      throw new Error(`${path}.patch, line ${hunk.oldStart} of the module: say why behind the second @@`);
    }
    const after = applyPatch(changed, { ...diff, hunks: [hunk] });
    if (after === false) throw new Error(`${path} of Redoc no longer has what is patched: "${reason}"`);
    changed = after;
  }
  return changed;
}

/**
 * The patch that makes one source of a module of the other.
 *
 * @param before the patch that was, whose reasons are kept where the same lines are changed.
 */
export function patchOf(path: string, from: string, to: string, before?: Patch): Patch {
  const diff = structuredPatch(path, path, from, to, undefined, undefined, { context: 3 });
  const reasons = diff.hunks.map((hunk) => {
    const kept = before?.diff.hunks.flatMap((old, index) =>
      old.oldStart < hunk.oldStart + hunk.oldLines && hunk.oldStart < old.oldStart + old.oldLines
        ? [before.reasons[index]]
        : [],
    );
    return [...new Set(kept)].join(' ');
  });
  return { diff, reasons };
}
