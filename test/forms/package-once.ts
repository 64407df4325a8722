/** Packages the product once for the tests of all forms, and installs the command line as people do, into an empty folder. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { TestProject } from 'vitest/node';
import { cliPackageFile } from '../../scripts/support/cli-package.mjs';
import { npm, npmEnvironment, runQuietly } from '../../scripts/support/process.mjs';
import { packageExtension } from '../../scripts/support/vsix.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** The .vsix and the package of the command line. */
    vsix: string;
    tarball: string;
    /** The folder that the package is installed in. */
    installed: string;
  }
}

/** Called by vitest before it runs the tests; what it returns is called behind them. */
export default async function packageOnce({ provide }: TestProject): Promise<() => void> {
  const { file } = await packageExtension((message) => process.stderr.write(`${message}\n`));
  const tarball = cliPackageFile();
  const installed = mkdtempSync(path.join(tmpdir(), 'runbook-installed-'));
  writeFileSync(path.join(installed, 'package.json'), '{ "private": true }\n');
  // what is not in the package would have to come from the registry, which is not asked
  const { command, args } = npm('install', tarball, '--offline', '--no-audit', '--no-fund');
  await runQuietly('install the package', command, args, { cwd: installed, env: npmEnvironment() });
  provide('vsix', file);
  provide('tarball', tarball);
  provide('installed', installed);
  return () => {
    rmSync(installed, { recursive: true, force: true });
  };
}
