/** `runbook-md completion`: a script that completes commands, options and rules in a shell. */
import type { Command } from 'commander';
import { ruleNames } from '../../service';
import { bashScript } from '../completion/bash';
import { fishScript } from '../completion/fish';
import { grammarOf } from '../completion/grammar';
import { zshScript } from '../completion/zsh';
import type { Shell } from '../shells';
import { exitCodes, type Terminal } from '../terminal';

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;

/** Prints the script for a shell, made of the definition of the tool. */
export function completion(shell: Shell, program: Command, { out }: Terminal): number {
  out(scripts[shell](program.name(), grammarOf(program, [...ruleNames].sort())));
  return exitCodes.ok;
}
