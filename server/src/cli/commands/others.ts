/** The commands that are not run on every save, and what asks questions, as the file of their own that they are built into. */
export { askIn } from '../ask-in';
export { completion } from './completion';
export { explain } from './explain';
export { exportIds } from './export-ids';
export { init } from './init';
export { outline } from './outline';
export { renew } from './renew';
export { report } from './report';
export { listRules } from './rules';
