/** Front matter that is no YAML map (`domain.md` section 5, Playbook): every tool that reads it stops there. */
import { defineRule, type Match } from '../rule';

interface BrokenFrontMatter extends Match {
  readonly problem: string;
}

export const invalidFrontMatter = defineRule<BrokenFrontMatter>({
  meta: {
    name: 'invalid-front-matter',
    summary: 'Front matter that is no valid YAML',
    severity: 'error',
    scope: 'judged',
    since: '0.1.0',
    source: 'section 5, Playbook',
    inTemplates: true,
  },
  *find({ runbook }) {
    const [problem] = runbook.frontMatter?.problems ?? [];
    // what follows the first mistake is mostly its consequence
    if (problem !== undefined) yield { span: problem.span, problem: problem.message.replace(/[.:\s]+$/, '') };
  },
  word({ problem }) {
    return {
      message: `The front matter cannot be read: ${problem}. Tools see none of its fields until this is corrected.`,
    };
  },
});
