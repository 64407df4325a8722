import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { outlineText } from '../../../server/src/features/outline-text';
import { modelOfFixture } from '../../support/read-model';

const forms = readdirSync(join(import.meta.dirname, '../../fixtures/awkward'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => basename(name, '.md'));

/** One fixture for each form, named after it; the snapshot beside says how it is read. */
test.for(forms)('%s reads as before', async (form) => {
  await expect(outlineText(modelOfFixture(`awkward/${form}.md`))).toMatchFileSnapshot(
    `golden/awkward/${form}.outline.txt`,
  );
});
