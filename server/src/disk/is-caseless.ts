/** How names of files are compared on this system. */

/** Whether names that differ in case only usually are one file. */
export const isCaseless = process.platform === 'win32' || process.platform === 'darwin';
