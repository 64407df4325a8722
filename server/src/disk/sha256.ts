/** SHA-256 by Node. */
import { createHash } from 'node:crypto';

/** In hexadecimal digits. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
