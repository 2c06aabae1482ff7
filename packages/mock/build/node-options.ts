import { fileURLToPath } from 'node:url';
import type { BuildOptions } from 'esbuild';

/** What all files for Node are built with. */
export const nodeOptions = {
  absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  // An error that nobody catches shows the line that threw it.
  lineLimit: 120,
  // Names stay, so that a stack says where it went wrong.
  legalComments: 'none',
  metafile: true,
} satisfies BuildOptions;
