import { type Announcer, createAnnouncer } from './announcer.ts';
import { followChanges } from './changes.ts';
import { createChannelPane, drawChannelTitle } from './conversation/channel-pane.ts';
import { createExampleMenu } from './conversation/example-menu.ts';
import { createThreadPane } from './conversation/thread-pane.ts';
import { element } from './dom/element.ts';
import { icon } from './dom/icon.ts';
import { createLayout } from './layout.ts';
import { describeNews } from './news.ts';
import type { Page } from './page.ts';
import { createNames, type Names } from './people.ts';
import { type Place, placeToAddress, readPlace } from './place.ts';
import { type Reply, server } from './server.ts';
import { createSidebar } from './sidebar.ts';
import type { PageState } from './state.ts';
import { createUnread } from './unread.ts';
import { createHomePane } from './views/home-pane.ts';
import { ModalHost } from './views/modal-host.ts';

const retryAfterMs = 1500;

/** Holds what the page shows, and draws it again whenever that changes. */
export class App implements Page {
  state: PageState;
  place: Place;
  names: Names;
  readonly #announcer: Announcer = createAnnouncer();
  readonly #unread = createUnread();
  readonly #sidebar = createSidebar(this, this.#unread, () => this.#layout.setDrawer(false));
  readonly #channel = createChannelPane(this);
  readonly #thread = createThreadPane(this, (ts) => this.#channel.focusThread(ts));
  readonly #home = createHomePane(this);
  readonly #modals = new ModalHost(this);
  readonly #examples = createExampleMenu(this, (text) => this.#channel.tryOut(text));
  readonly #layout = createLayout(this.#sidebar.node, this.#thread.node, this.#examples.node);
  #unfollow = () => {};
  #asking: Promise<void> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #stale = false;

  /** Builds the page into the document and follows the server from then on. */
  constructor(state: PageState) {
    this.state = state;
    this.names = createNames(state);
    this.place = readPlace(location.search, state);
    const skip = { class: 'skip', href: '#main' };
    document.body.replaceChildren(
      element('a', skip, 'Skip to the conversation'),
      ...this.#announcer.nodes,
      this.#layout.node,
    );
    this.#layout.main.append(this.#channel.node, this.#home.node);
    addEventListener('popstate', () => this.#follow(readPlace(location.search, this.state)));
    history.replaceState(null, '', placeToAddress(this.place, state));
    this.#enter();
    this.#tellOpened();
    if (this.place.message) pointTo(this.place.message);
    else if (!this.place.thread) this.#channel.focusComposer();
  }

  addressOf(change: Partial<Place>): string {
    return placeToAddress({ ...this.place, ...change }, this.state);
  }

  go(change: Partial<Place>): void {
    const place = { ...this.place, ...change };
    history.pushState(null, '', placeToAddress(place, this.state));
    this.#follow(place);
  }

  async told(asked: Promise<Reply>): Promise<Reply> {
    const reply = await asked;
    if (!reply.ok && !reply.errors) {
      await this.refresh();
      if (!this.#stands(reply.error)) this.#announcer.complain(reply.error ?? 'That did not work.');
    }
    return reply;
  }

  /** Whether what went wrong can be read on the page already, as a notice that nothing covers. */
  #stands(error: string | undefined): boolean {
    const { notices, modals } = this.state;
    return (
      modals.length === 0 &&
      this.#thread.node.hidden &&
      notices.some(
        ({ text, channel }) =>
          text === error && (channel === this.place.channel || !this.names.channel(channel ?? '')),
      )
    );
  }

  /** Requests never overlap: one that comes during another is answered by a single later one. */
  refresh(): Promise<void> {
    this.#stale = true;
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #ask(): Promise<void> {
    while (this.#stale) {
      this.#stale = false;
      const { user } = this.place;
      const state = await server.state(user);
      if (!state) this.#lose();
      // Somebody may have become the other person while the answer was on its way.
      else if (user === this.place.user) this.#take(state);
    }
  }

  /** Without an answer the page asks again, even if the stream of changes seems to live. */
  #lose(): void {
    this.#announcer.setAway(true);
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.refresh(), retryAfterMs);
  }

  #take(state: PageState): void {
    this.#announcer.setAway(false);
    const before = this.state;
    this.state = state;
    this.names = createNames(state);
    this.#settle();
    const news = describeNews(before, state, this.names);
    if (news) this.#announcer.say(news);
    this.#draw();
  }

  #follow(place: Place): void {
    const before = this.place;
    // A direct message belongs to one person: the other one is shown their own.
    const channel = place.user === before.user ? place.channel : this.#channelFor(place);
    this.place = { ...place, channel };
    if (place.user === before.user) this.#draw();
    else this.#enter();
    const moved = (['user', 'channel', 'home'] as const).some(
      (part) => place[part] !== before[part],
    );
    if (moved) this.#tellOpened();
    if (!place.thread && !place.home) this.#channel.focusComposer();
  }

  /** Puts a real channel in place of one that this person does not have. */
  #settle(): void {
    if (this.names.channel(this.place.channel)) return;
    const { channel } = readPlace(`?channel=${this.place.channel}`, this.state);
    this.place = { ...this.place, channel };
    history.replaceState(null, '', placeToAddress(this.place, this.state));
  }

  /** The app hears when somebody opens its Home or the conversation with it. */
  #tellOpened(): void {
    const { user, channel, home } = this.place;
    const isIm = channel === 'dm' || this.names.channel(channel)?.kind === 'im';
    if (home || isIm) void this.told(server.openHome(user, home ? 'home' : 'messages'));
  }

  #channelFor({ channel }: Place): string {
    return this.names.channel(channel)?.kind === 'im' ? 'dm' : channel;
  }

  /** Begins to see with the eyes of the place's person. */
  #enter(): void {
    this.#unfollow();
    if (this.state.me.id === this.place.user) this.#draw();
    else void this.refresh();
    this.#unfollow = followChanges(this.place.user, {
      changed: () => void this.refresh(),
      back: () => void this.refresh(),
      away: () => this.#announcer.setAway(true),
    });
  }

  #draw(): void {
    const { home, thread } = this.place;
    const channel = this.names.channel(this.place.channel);
    if (!channel) return;
    document.title = `${home ? 'Home' : channel.name} - ${this.state.team.name}`;
    this.#unread.see(this.state, home ? undefined : channel.id);
    this.#layout.title.replaceChildren(
      home ? drawHomeTitle(this.names) : drawChannelTitle(channel, this),
    );
    this.#channel.node.hidden = home;
    this.#home.node.hidden = !home;
    this.#sidebar.update();
    this.#examples.update();
    if (home) this.#home.update();
    else this.#channel.update(channel);
    this.#thread.update(thread && !home ? channel : undefined);
    this.#layout.setThread(!this.#thread.node.hidden);
    this.#modals.update();
  }
}

/** Goes to the message that a link pointed to: the last one, as a thread stands after its channel. */
function pointTo(ts: string): void {
  const messages = [...document.querySelectorAll<HTMLElement>('[data-ts]')];
  const message = messages.findLast((node) => node.dataset.ts === ts);
  message?.scrollIntoView({ block: 'center' });
  message?.focus({ preventScroll: true });
  message?.classList.add('pointed');
}

function drawHomeTitle(names: Names): HTMLElement {
  const attributes = { 'data-testid': 'channel-title' };
  const name = names.bot?.name ?? 'App';
  return element(
    'div',
    { class: 'pane-title' },
    element('h1', attributes, icon('home'), `${name} · Home`),
    element('p', { class: 'pane-subtitle' }, 'What the app shows to you alone'),
  );
}
