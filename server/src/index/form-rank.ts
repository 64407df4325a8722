/** Which forms of definitions come before which. */
import type { Definition } from './summary';

export const formRank: Readonly<Record<Definition['form'], number>> = {
  heading: 0,
  plain: 1,
  table: 2,
  'file-name': 3,
  fence: 4,
};
