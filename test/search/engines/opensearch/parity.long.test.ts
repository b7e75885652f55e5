import { describe } from '@jest/globals';
import { isOnAParWithMemory } from '../parity.ts';
import { openRemote } from './open-remote.ts';

const url = process.env.TEST_SEARCH_URL ?? '';
const describeThere = url ? describe : describe.skip;

describeThere('the engine of a search server', () => {
  isOnAParWithMemory(() => openRemote([url]));
});
