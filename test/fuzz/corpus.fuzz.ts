/** What fuzzing has found stays mended, beside the cases that are generated. Of the protocol: `test/process/fuzz-corpus.test.ts`. */
import { targets } from './targets';
import { testCorpus } from './test-corpus';

testCorpus(targets.filter(({ startsProcesses }) => startsProcesses !== true));
