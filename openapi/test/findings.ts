import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { redocly } from '../build/tools/redocly.js';
import { ToolError } from '../build/tools/run.js';
import { spectral } from '../build/tools/spectral.js';
import { spelling } from '../build/tools/spelling.js';

/** What a linter fails for. The place is a JSON pointer. */
export interface Finding {
  file: string;
  rule: string;
  place: string;
  message: string;
}
/** Contents, by the names of the files. */
type Files = Record<string, string>;

interface RedoclyReport {
  problems: {
    ruleId: string;
    severity: string;
    message: string;
    location: { source: { ref: string }; pointer: string }[];
  }[];
}
type SpectralReport = { code: string; message: string; path: (string | number)[]; source: string }[];

/** What Redocly finds. A warning does not have it fail, and so is none. */
export function redoclyFindings(files: Files): Finding[] {
  const report = reportOn(files, (paths) => redocly(['lint', ...paths, '--format', 'json']));
  if (report === '') return [];
  return (JSON.parse(report) as RedoclyReport).problems
    .filter(({ severity }) => severity === 'error')
    .map(({ ruleId, message, location: [at] }) => ({
      file: basename(at?.source.ref ?? ''),
      rule: ruleId,
      place: at?.pointer ?? '',
      message,
    }));
}

/** What Spectral finds. */
export function spectralFindings(files: Files): Finding[] {
  const report = reportOn(files, (paths) => spectral(paths, ['--format', 'json']));
  if (report === '') return [];
  return (JSON.parse(report) as SpectralReport).map(({ code, message, path, source }) => ({
    file: basename(source),
    rule: code,
    place: `#${path.map((name) => `/${String(name).replaceAll('/', '~1')}`).join('')}`,
    message,
  }));
}

/** What the spelling checker finds, a line each. */
export function spellingFindings(files: Files): string[] {
  const report = reportOn(files, (paths, folder) => spelling([...paths, '--root', folder]));
  return report.split('\n').filter(Boolean);
}

/** What a linter reports when it fails, and nothing when it succeeds. */
function reportOn(files: Files, lint: (paths: string[], folder: string) => unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'vpcep-lint-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    lint(
      Object.keys(files).map((name) => join(folder, name)),
      folder,
    );
    return '';
  } catch (error) {
    if (error instanceof ToolError) return error.stdout;
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
