/** Findings of documents that were judged while others were still read are those of a workspace that was read as a whole. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRunbookService, type PlainFinding } from '../../server/src/service';
import { alertedWorkspace } from '../fuzz/texts/workspaces';
import { linkedWorkspace } from '../support/linked-workspace';
import { composed, damaged } from '../support/runbook-texts';
import { runs } from '../support/runs';

const folder = { uri: 'file:///w', name: 'w' };

type Files = readonly (readonly [path: string, text: string])[];

/** What is found in each file, which are put in the order given. */
function foundIn(files: Files, options: { modelBudget: number; judgesEarly: boolean }): Found {
  let read = 0;
  const service = createRunbookService(
    { today: () => '2026-11-20' },
    {
      ...options,
      tellsFixable: true,
      workLog: {
        isSetAside: () => false,
        during(_uri, _text, work) {
          read++;
          return work();
        },
      },
    },
  );
  service.setFolders([folder]);
  for (const [path, text] of files) service.putFile(`${folder.uri}/${path}`, text);
  const uris = [...service.uris()].sort();
  const findings = uris.map((uri): Found['findings'][number] => [uri, service.plainFindings(uri)]);
  return { findings, read };
}

interface Found {
  readonly findings: readonly (readonly [uri: string, found: readonly PlainFinding[]])[];
  /** How often a document was read, summarised or judged. */
  readonly read: number;
}

const unlimited = { modelBudget: Infinity, judgesEarly: false };
/** There is room for one model at a time. */
const tiny = { modelBudget: 1, judgesEarly: true };

/** Several workspaces side by side, whose ids mean the same ones, in any order. */
const manyFiles: fc.Arbitrary<Files> = fc
  .tuple(
    fc.array(linkedWorkspace, { minLength: 1, maxLength: 2 }),
    alertedWorkspace,
    fc.array(fc.oneof(composed, damaged), { maxLength: 3 }),
  )
  .chain(([linked, alerted, others]) => {
    const files = new Map<string, string>();
    for (const [index, { texts }] of linked.entries())
      for (const [path, text] of texts) files.set(index === 0 ? path : `more/${path}`, text);
    for (const [path, text] of alerted.files) files.set(`alerted/${path}`, text);
    for (const [index, text] of others.entries()) files.set(`notes/n${String(index)}.md`, text);
    return fc.shuffledSubarray([...files], { minLength: files.size, maxLength: files.size });
  });

it('documents that are judged before the rest is read have the findings that they have behind it', () => {
  fc.assert(
    fc.property(manyFiles, fc.constantFrom(1, 2_000, 8_000), (files, modelBudget) => {
      expect(foundIn(files, { modelBudget, judgesEarly: true }).findings).toEqual(
        foundIn(files, unlimited).findings,
      );
    }),
    { numRuns: runs(100) },
  );
});

it('documents that no later one matters to are read once, however little room there is', () => {
  const files = Array.from({ length: 30 }, (_, index): Files[number] => {
    const id = `RUN-${String(index + 1).padStart(3, '0')}`;
    return [
      `s${String(index)}/SoT.RUNBOOKS.md`,
      `# Runbooks\n\n## ${id}: Pool\n\n**ID**: ${id}\n**Owner**: A\n`,
    ];
  });
  const whole = foundIn(files, unlimited);
  const early = foundIn(files, tiny);
  expect(early.findings).toEqual(whole.findings);
  // the first one tells that the prefix is owned, which the ones before it may have missed
  expect(early.read).toBeLessThanOrEqual(whole.read + 2);
  expect(foundIn(files, { ...tiny, judgesEarly: false }).read).toBeGreaterThan(whole.read + files.length - 3);
});
