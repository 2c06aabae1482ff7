import { build } from '@kubb/core';
import { pluginOas } from '@kubb/plugin-oas';
import { pluginTs } from '@kubb/plugin-ts';
import { pluginZod } from '@kubb/plugin-zod';

/** Kubb with the plugins that the guide names, in the folder that it is started in: it writes into no other. */
const { error, failedPlugins } = await build({
  config: {
    root: '.',
    input: { path: 'openapi-plain.json' },
    output: { path: 'kubb' },
    plugins: [pluginOas(), pluginTs(), pluginZod()],
  },
});
const [failed] = failedPlugins;
if (error !== undefined || failed !== undefined) throw error ?? failed?.error;
