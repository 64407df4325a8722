/**
 * What a check takes from the core, as the file of its own that it is built into: many a check ends before it is needed,
 * since nothing has changed or nothing in the folder is ours.
 */
export * from './baseline';
export { checkAfresh } from './check-afresh';
export { reportRdjson } from './reporters/rdjson';
export { reportSarif } from './reporters/sarif';
export { standingWords } from './standing';
export { judgeInThreads } from './threads/start-threads';
export { workAsThread } from './threads/thread';
