import { gzipSync } from 'node:zlib';
import { build, type Platform } from 'esbuild';

/** What importing something costs those who download it. */
export interface BundleSize {
  /** Bytes, minified. */
  minified: number;
  /** Bytes, minified and then compressed as a web server does. */
  gzipped: number;
  /** What is left to the platform, such as `node:fs`, or to the application. */
  external: string[];
  /** What the bundler has to say about the packages. */
  warnings: string[];
}

/** Bundles what the code imports, as seen from this package, and tells how large that is. */
export async function bundleSize(code: string, platform: Platform = 'browser'): Promise<BundleSize> {
  const { outputFiles, metafile, warnings } = await build({
    stdin: { contents: code, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: 'esm',
    platform,
    // Optional: who imports what needs it has it.
    external: ['node:*', '@opentelemetry/api'],
    target: 'es2022',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('esbuild has written nothing');
  return {
    minified: file.contents.length,
    gzipped: gzipSync(file.contents, { level: 9 }).length,
    external: Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path)),
    warnings: warnings.map(({ text }) => text),
  };
}
