import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { Deployment, PodDisruptionBudget, readManifests, Service, StatefulSet } from './manifests.js';

/** A manifest as the model of its kind, which checks values by the schemas of Kubernetes. */
function modelOf(manifest: unknown) {
  if (Deployment.is(manifest)) return new Deployment(manifest);
  if (StatefulSet.is(manifest)) return new StatefulSet(manifest);
  if (PodDisruptionBudget.is(manifest)) return new PodDisruptionBudget(manifest);
  if (Service.is(manifest)) return new Service(manifest);
  throw new Error('it is of none of the kinds that are checked');
}

function schemaFaults(manifest: unknown): string[] {
  try {
    modelOf(manifest).validate();
    return [];
  } catch (error) {
    return [String(error)];
  }
}

/** Beside this file, so that the types are found. It is in memory only. */
const file = fileURLToPath(new URL('manifests.in-memory.ts', import.meta.url));

/** The schemas let fields pass that they do not know; the types, held against a literal, do not. */
function typeFaults(manifests: readonly unknown[]): string[] {
  const text = manifests
    .map((manifest, index) => {
      const { apiVersion, kind } = modelOf(manifest);
      const type = `import('kubernetes-models/${apiVersion}').I${kind}`;
      return `export const manifest${index} = ${JSON.stringify(manifest)} satisfies ${type};`;
    })
    .join('\n');
  const options: ts.CompilerOptions = {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    types: [],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (name) => name === file || disk.fileExists(name),
    getSourceFile: (name, version, ...rest) =>
      name === file ? ts.createSourceFile(name, text, version) : disk.getSourceFile(name, version, ...rest),
  };
  return ts
    .getPreEmitDiagnostics(ts.createProgram([file], options, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** What is wrong with the manifests in a text: values, forms, what is missing, and what Kubernetes does not know. */
export function manifestFaults(text: string): string[] {
  const manifests = readManifests(text);
  const faults = manifests.flatMap(schemaFaults);
  return faults.length > 0 ? faults : typeFaults(manifests);
}
