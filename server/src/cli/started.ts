/** Starts what this thread is for: the tool, or a share of what it checks. */
import { isMainThread } from 'node:worker_threads';
import { startTool } from './tool';

void (isMainThread ? startTool() : import('./afresh').then(({ workAsThread }) => workAsThread()));
