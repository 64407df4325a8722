/** Takes the place of what reads files in the program that counts. */
import { readFile as read } from '../../../../server/src/disk/read-file';
import { counted } from '../counters';

export { stampOf } from '../../../../server/src/disk/read-file';

export function readFile(...args: Parameters<typeof read>): ReturnType<typeof read> {
  counted.filesRead++;
  return read(...args);
}
