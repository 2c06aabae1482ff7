import { patchedModules, sourceFolder } from './patched-modules.js';

// Puts Redoc's modules, patched, where they can be checked and edited.
patchedModules();
console.log(`Redoc's modules, with the patches in them, are in ${sourceFolder}`);
