import { targets } from '../fuzz/targets';
import { testCorpus } from '../fuzz/test-corpus';

testCorpus(targets.filter(({ startsProcesses }) => startsProcesses === true));
