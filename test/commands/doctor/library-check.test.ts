import { describe, expect, it } from '@jest/globals';
import { findingToText } from '../../../src/commands/doctor/finding.ts';
import { checkLibrary } from '../../../src/commands/doctor/library-check.ts';
import { withStoredArticles } from '../../../src/commands/stored-articles.ts';
import { articleFile, writeFolder } from '../../library/folders.ts';
import { madeArticle } from '../../search/made-article.ts';

describe('the doctor', () => {
  it('counts what the database adds, and what waits to be accepted', async () => {
    const folder = writeFolder({ 'a.md': articleFile({ id: 'a' }) });
    const io = { env: {}, folder: writeFolder({}) };
    const findings = await withStoredArticles(io, async ({ made }) => {
      const act = { key: '1', person: 'U1' };
      await made().add(madeArticle('b', ['Words of b.']), act);
      const proposal = { article: madeArticle('c', ['Words of c.']), format: 'pdf', leftOut: [] };
      await made().propose(proposal, { ...act, key: '2' });
      return checkLibrary([folder], made());
    });
    expect(findings.map(findingToText)).toEqual([
      `well   library: 2 articles (0 of them briefs), 2 paragraphs in ${folder} (LIBRARY_DIRS), 1 of them in the database`,
      'well   proposals: an article waits for a librarian to accept or discard it',
    ]);
  });

  it('names the articles that wait to be looked over, which is no fault', async () => {
    const folder = writeFolder({
      'a.md': articleFile({ id: 'a', review: '[title, published]' }),
      'b.md': articleFile({ id: 'b' }),
    });
    const findings = await checkLibrary([folder]);
    expect(findings.map(findingToText).at(-1)).toBe(
      'well   review: 1 article waits to be looked over: a (title, published).',
    );
  });
});
