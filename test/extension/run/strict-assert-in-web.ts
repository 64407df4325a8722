/** What `node:assert/strict` is in a bundle for the web: the package of the same words. */
import assert from 'assert';

export default assert.strict;
