/** The time that packages say their files are from: that of the commit, so that two builds of one commit are the same bytes. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { projectFolder } from './project.mjs';

/** The first day that a zip file can name, for a copy without git. Seconds since 1970. */
const earliest = 315_532_800;

/**
 * Fixes time and time zone for this process and those that it starts. `SOURCE_DATE_EPOCH` wins where it is set.
 * See https://reproducible-builds.org/docs/source-date-epoch/
 */
export function fixSourceDate() {
  // a zip file has the time of day where it was made, without the zone
  process.env['TZ'] = 'UTC';
  if (/^\d+$/.test(process.env['SOURCE_DATE_EPOCH'] ?? '')) return;
  const { status, stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], {
    cwd: projectFolder,
    encoding: 'utf8',
  });
  const committed = Number(stdout || 0);
  process.env['SOURCE_DATE_EPOCH'] = String(status === 0 && committed > earliest ? committed : earliest);
}
