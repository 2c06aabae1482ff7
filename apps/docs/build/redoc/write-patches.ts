import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readModules } from './modules.js';
import { patchFolder, readPatches, sourceFolder } from './patched-modules.js';
import { format, patchOf } from './patches.js';

// Writes the patches anew, from what someone has edited of Redoc's modules.
const before = readPatches();
rmSync(patchFolder, { recursive: true });
let hunks = 0;
for (const { path, source } of readModules().values()) {
  const patch = patchOf(path, source, readFileSync(join(sourceFolder, path), 'utf8'), before.get(path));
  if (patch.diff.hunks.length === 0) continue;
  hunks += patch.diff.hunks.length;
  const file = join(patchFolder, `${path}.patch`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, format(patch));
  if (patch.reasons.includes('')) console.log(`${file}: say why behind the second @@ of each hunk`);
}
console.log(`${hunks} hunks`);
