import type { App } from '@slack/bolt';
import { type Prompt, promptsFor } from '../../answer/prompts.ts';
import type { Library } from '../../library/library.ts';
import { homeTexts } from '../../texts/home.ts';
import type { Locale } from '../../texts/locale.ts';
import type { Say } from '../../texts/say.ts';
import type { AgentView } from '../api/agent-view.ts';
import type { HandlerParts } from './handler-parts.ts';

/** Slack shows no more. */
const maxPrompts = 4;

/** What was suggested holds so long, in ms; so it does not matter when Slack forgets it. */
const suggestionLife = 60 * 60_000;

/** Far more conversations than are opened in an hour. */
const maxRemembered = 10_000;

interface PromptParts extends Pick<HandlerParts, 'library' | 'answer' | 'log' | 'sayTo'> {
  readonly agentView: AgentView;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

/** Suggests questions that the library answers to people who open the bot's messages. */
export function registerSuggestedPrompts(app: App, parts: PromptParts): void {
  const { library, agentView, sayTo, clock = Date.now } = parts;
  const prompts = promptsOfLibrary(parts);
  const suggested = new Map<
    string,
    { readonly articles: Library['articles']; readonly at: number }
  >();
  app.event('app_home_opened', async ({ event, body }) => {
    if (event.tab !== 'messages') return;
    const { channel } = event;
    const { articles } = library;
    const last = suggested.get(channel);
    if (last?.articles === articles && clock() - last.at < suggestionLife) return;
    if (suggested.size >= maxRemembered) suggested.clear();
    suggested.set(channel, { articles, at: clock() });
    const say = await sayTo({ team: body.team_id, person: event.user });
    const found = await prompts(say);
    const some = found.map(({ question: title, message }) => ({ title, message }));
    const title = say(homeTexts.suggested);
    if (some.length > 0 && (await agentView.suggest(channel, title, some))) return;
    suggested.delete(channel);
  });
}

/** The prompts for the library as it is, made once for each language; none where they can't be made. */
function promptsOfLibrary({ library, answer, log }: PromptParts) {
  let made: { readonly articles: Library['articles']; readonly in: Map<Locale, Promise<Prompt[]>> };
  return (say: Say): Promise<Prompt[]> => {
    const { articles } = library;
    if (made?.articles !== articles) made = { articles, in: new Map() };
    const prompts =
      made.in.get(say.locale) ??
      promptsFor(library, answer, maxPrompts, say).catch((error: Error) => {
        log.warn(`There are no prompts to suggest: ${error.message}`);
        return [];
      });
    made.in.set(say.locale, prompts);
    return prompts;
  };
}
