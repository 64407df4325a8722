/** Stands for a shell in a terminal: runs nothing, and writes down every byte that it gets into the file that it is given. */
import { appendFileSync } from 'node:fs';
import process from 'node:process';

const [file = ''] = process.argv.slice(2);
appendFileSync(file, '');
process.stdin.setRawMode(true);
process.stdout.write('$ ');
process.stdin.on('data', (bytes) => {
  appendFileSync(file, bytes);
  // a terminal shows what was typed; keys that are no characters would only move its cursor
  process.stdout.write(bytes.toString().replace(/\p{Cc}/gu, ''));
});
