import { workerData } from 'node:worker_threads';
import type { Thesaurus } from '../../../library/thesaurus.ts';
import { type Change, LocalHost, type SearchTask } from './passage-host.ts';

let host: LocalHost | undefined;

// Not at once: thrown there, it would end this thread, and the next one, and so on.
const opened = () => {
  host ??= new LocalHost(workerData);
  return host;
};

// The tasks of the thread, by the names of the host's methods.
export const held = async () => opened().held();
export const change = async (task: Change) => opened().change(task);
export const complete = async (thesaurus: Thesaurus) => opened().complete(thesaurus);
export const scrub = async () => opened().scrub();
export const find = async (task: SearchTask) => opened().find(task);
