import { describe } from '@jest/globals';
import { promisesOfAnEngine } from '../engine-contract.ts';
import { openRemote } from './open-remote.ts';

const url = process.env.TEST_SEARCH_URL ?? '';
const describeThere = url ? describe : describe.skip;

describeThere('the engine of a search server', () => {
  promisesOfAnEngine(() => openRemote([url]), 4);
});
