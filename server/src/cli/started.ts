/** Starts what this thread is for: the tool, or a share of what it checks. */
import { isMainThread } from 'node:worker_threads';

void (isMainThread
  ? import('./tool')
  : import('./threads/thread').then(({ workAsThread }) => workAsThread()));
