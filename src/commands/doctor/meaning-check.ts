import { type MeaningSettings, openEmbedder } from '../../search/meaning/open-meaning.ts';
import { type Finding, well, wrong } from './finding.ts';

/** Whether the model of meaning, where the settings name one, gives a vector. */
export async function checkMeaning(settings: MeaningSettings): Promise<Finding> {
  const { modelDir, server } = settings;
  const where = server ? `${new URL(server.url).host} (EMBEDDINGS_URL)` : `${modelDir} (MODEL_DIR)`;
  try {
    const embedder = await openEmbedder(settings);
    if (!embedder) return well('meaning', `no model in ${where}: questions are answered by words`);
    const { length } = await embedder.embed('Is there an answer?', 'question');
    await embedder.close();
    const sent = server ? '; questions and articles are sent there' : '';
    return well('meaning', `the model of ${where} gives vectors of ${length} numbers${sent}`);
  } catch (error) {
    return wrong(
      'meaning',
      `the model of ${where} gives no vector (${(error as Error).message})`,
      server
        ? 'check address, model and key, or leave EMBEDDINGS_URL out; until then words answer.'
        : 'run `npm run model` again, or with --remove; until then words answer.',
    );
  }
}
