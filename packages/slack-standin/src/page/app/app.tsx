import { render } from 'preact';
import type { PageState } from '../../wire.ts';
import { ViewValues } from './blocks/held-values.ts';
import { followChanges } from './changes.ts';
import { Drafts } from './conversation/drafts.ts';
import { focusComposer } from './conversation/send.ts';
import { Frame } from './frame.tsx';
import { createNames, type Names } from './names.ts';
import { describeNews } from './news.ts';
import { type Overlay, type Page, PageContext } from './page.ts';
import { type Place, placeToAddress, readPlace } from './place.ts';
import { type Reply, server } from './server.ts';
import { createUnread } from './unread.ts';
import type { Said } from './voice.tsx';

const retryAfterMs = 1500;

/** Holds what the page shows, follows the server, and draws the page whenever something changes. */
export class App implements Page {
  state: PageState;
  place: Place;
  names: Names;
  readonly unread = createUnread();
  readonly drafts = new Drafts();
  readonly values = new ViewValues();
  readonly #root: HTMLElement;
  #overlays: readonly Overlay[] = [];
  #said: Said = { news: '', isAway: false, complaint: undefined };
  #unfollow = () => {};
  #asking: Promise<void> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #stale = false;

  /** Draws the page into `root` and follows the server from then on. */
  constructor(root: HTMLElement, state: PageState) {
    this.#root = root;
    this.state = state;
    this.names = createNames(state);
    this.place = readPlace(location.search, state);
    addEventListener('popstate', () => this.#follow(readPlace(location.search, this.state)));
    history.replaceState(null, '', placeToAddress(this.place, state));
    this.#enter();
    this.#tellOpened();
    if (this.place.message) goTo(this.place.message);
    else if (!this.place.thread) focusComposer();
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
      if (!this.#isNoticed(reply.error)) {
        this.#say({ complaint: { text: reply.error ?? 'That did not work.' } });
      }
    }
    return reply;
  }

  open(overlay: Overlay): void {
    this.#overlays = [...this.#overlays, overlay];
    this.#draw();
  }

  /** Requests never overlap: one that comes during another is answered by a single later one. */
  refresh(): Promise<void> {
    this.#stale = true;
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  /** Whether what went wrong can be read on the page already, as a notice that nothing covers. */
  #isNoticed(error: string | undefined): boolean {
    const { modals, notices } = this.state;
    const { home, thread, channel } = this.place;
    if (modals.length > 0 || (thread && !home)) return false;
    return notices.some(
      (notice) =>
        notice.text === error &&
        (notice.channel === channel || !this.names.channel(notice.channel)),
    );
  }

  async #ask(): Promise<void> {
    while (this.#stale) {
      this.#stale = false;
      const { user } = this.place;
      const state = await server.state(user);
      if (!state) this.#lose();
      // The person may have been switched while the answer was on its way.
      else if (user === this.place.user) this.#take(state);
    }
  }

  /** Without an answer the page asks again, even if the stream of changes seems to live. */
  #lose(): void {
    this.#say({ isAway: true });
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.refresh(), retryAfterMs);
  }

  #take(state: PageState): void {
    const before = this.state;
    this.state = state;
    this.names = createNames(state);
    this.#settle();
    const news = describeNews(before, state, this.names) ?? this.#said.news;
    this.#say({ isAway: false, news });
  }

  #say(change: Partial<Said>): void {
    this.#said = { ...this.#said, ...change };
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
    if (!place.thread && !place.home) focusComposer();
  }

  /** Puts a real channel in place of one that this person does not have. */
  #settle(): void {
    if (this.names.channel(this.place.channel)) return;
    const { channel } = readPlace(`?channel=${this.place.channel}`, this.state);
    this.place = { ...this.place, channel };
    history.replaceState(null, '', placeToAddress(this.place, this.state));
  }

  /** The app hears when its Home or the conversation with it is opened. */
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
      away: () => this.#say({ isAway: true }),
    });
  }

  #draw(): void {
    const { home } = this.place;
    const channel = this.names.channel(this.place.channel);
    // Until the other person's state has come there is nothing new to show.
    if (!channel || this.state.me.id !== this.place.user) return;
    document.title = `${home ? 'Home' : channel.name} - ${this.state.team.name}`;
    this.unread.see(this.state, home ? undefined : channel.id);
    const overlays = this.#overlays.map((overlay) => ({
      overlay,
      close: () => {
        this.#overlays = this.#overlays.filter((one) => one !== overlay);
        this.#draw();
      },
    }));
    render(
      <PageContext.Provider value={this}>
        <Frame channel={channel} said={this.#said} overlays={overlays} />
      </PageContext.Provider>,
      this.#root,
    );
  }
}

/** Goes to the message that a link pointed to: the last one, as a thread stands after its channel. */
function goTo(ts: string): void {
  const messages = [...document.querySelectorAll<HTMLElement>('[data-ts]')];
  const message = messages.findLast((node) => node.dataset.ts === ts);
  message?.scrollIntoView({ block: 'center' });
  message?.focus({ preventScroll: true });
}
