import type { SearchServerSettings } from '../../config.ts';
import { examineServer } from '../../search/engines/opensearch/examine-server.ts';
import { SearchFault, type SearchFaultKind } from '../../search/search-fault.ts';
import { type Finding, well, wrong } from './finding.ts';

const remedies: Readonly<Record<SearchFaultKind, string>> = {
  unread: 'see what the line on the database says.',
  away: 'start it, or check SEARCH_URL; where a certificate is at fault, name its authority in SEARCH_CA_FILE.',
  slow: 'see what keeps it busy, or give it more processors.',
  busy: 'see what keeps it busy, or give it more memory.',
  incomplete: 'see which node is away: GET /_cluster/health there.',
  missing: 'start the bot, which builds the index.',
  outdated: 'start the bot of this version, which builds an index of its own.',
  refused:
    'check user, password, SEARCH_TOKEN or SEARCH_AUTH, and that they may read, write, create and delete indexes that begin with SEARCH_INDEX (docs/scale.md).',
  broken: 'see what the message says, and the log of the server.',
};

/** Whether the search server, where the settings name one, answers, is new enough, and lets us work. */
export async function checkSearchServer(settings?: SearchServerSettings): Promise<Finding[]> {
  if (!settings) return [];
  const where = settings.urls.map((url) => new URL(url).host).join(', ');
  const named = `${where} (SEARCH_URL)`;
  try {
    const { version, isOld, articles } = await examineServer(settings);
    if (isOld) {
      return [wrong('search', `${named} is OpenSearch ${version}`, 'update it to 2.11 or later.')];
    }
    const held =
      articles === undefined
        ? 'there is no index yet; the bot builds it when it starts'
        : `its index holds ${articles} articles`;
    return [well('search', `${named} is OpenSearch ${version} and takes changes; ${held}`)];
  } catch (error) {
    if (error instanceof SearchFault) {
      return [wrong('search', `${named}: ${error.message}`, remedies[error.kind])];
    }
    const { message } = error as Error;
    return [wrong('search', `${named}: ${message}`, 'check the files and packages that it names.')];
  }
}
