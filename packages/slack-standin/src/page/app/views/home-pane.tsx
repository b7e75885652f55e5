import { NoticeLine } from '../conversation/notice.tsx';
import { Icon } from '../dom/icon.tsx';
import { usePage } from '../page.ts';
import { ViewBody } from './view-body.tsx';

/** The middle of the page while the app's Home tab is open. */
export function HomePane() {
  const { state, names, place } = usePage();
  return (
    <div class="pane home-pane">
      <div class="home-content" data-testid="home">
        {state.home ? (
          <ViewBody key={`${place.user}/${state.home.id}`} view={state.home} />
        ) : (
          <div class="empty">
            <h2>Nothing here yet</h2>
            <p>
              {names.bot?.name ?? 'The app'} has been told that you are here. Its Home appears once
              it is published.
            </p>
          </div>
        )}
      </div>
      <ol class="messages" aria-label="Notices">
        {state.notices.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} />
        ))}
      </ol>
    </div>
  );
}

/** The header's words about the Home tab. */
export function HomeTitle() {
  const { bot } = usePage().names;
  return (
    <div class="pane-title">
      <h1 data-testid="channel-title">
        <Icon name="home" />
        {bot?.name ?? 'App'} · Home
      </h1>
      <p class="pane-subtitle">What the app shows to you alone</p>
    </div>
  );
}
