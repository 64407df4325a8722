/**
 * Makes dist/vscode-runbook-<version>.vsix from a production build.
 * What goes in is decided by .vscodeignore.
 */
import process from 'node:process';
import { createVSIX } from '@vscode/vsce';
import { run } from './support/process.mjs';
import { projectFolder, vsixFile } from './support/project.mjs';

const { code } = await run(process.execPath, ['scripts/build.mjs', '--production'], { cwd: projectFolder });
if (code !== 0) process.exit(code);
// Everything is bundled, so the packages of package.json are not needed at run time.
await createVSIX({ cwd: projectFolder, packagePath: vsixFile(), dependencies: false });
