import type { ComponentChildren } from 'preact';
import type { ChannelView, User } from '../../wire.ts';
import { Avatar } from './conversation/avatar.tsx';
import { Icon } from './dom/icon.tsx';
import { MenuButton } from './dom/menu.tsx';
import { channelLabel, displayName } from './names.ts';
import { usePage } from './page.ts';
import type { Place } from './place.ts';

interface SidebarProps {
  /** Whether it is off the screen, as a drawer that is shut. */
  readonly isAway: boolean;
  /** Called when a place was chosen, so that a drawer can close. */
  readonly leave: () => void;
  readonly onEscape: () => void;
}

/** The pane at the left: the workspace, who one is, and where one can go. */
export function Sidebar({ isAway, leave, onEscape }: SidebarProps) {
  const { state, place } = usePage();
  const ofKind = (kind: ChannelView['kind']) =>
    state.channels
      .filter((channel) => channel.kind === kind)
      .map((channel) => <ChannelLink key={channel.id} channel={channel} leave={leave} />);
  return (
    <nav
      id="sidebar"
      class="sidebar"
      aria-label="Workspace"
      data-testid="sidebar"
      inert={isAway}
      onKeyDown={({ key }) => key === 'Escape' && onEscape()}
    >
      <div class="sidebar-parts">
        <p class="workspace-name" data-testid="workspace">
          {state.team.name}
        </p>
        <OtherTeams />
        <PersonSwitch />
        <Section title="Channels">{ofKind('channel')}</Section>
        <Section title="App">
          {ofKind('im')}
          <PlaceLink to={{ home: true }} isCurrent={place.home} testId="place-home" leave={leave}>
            <Icon name="home" />
            <span class="place-name">Home</span>
          </PlaceLink>
        </Section>
        <p class="sidebar-foot">A fake Slack on this computer, for development</p>
      </div>
    </nav>
  );
}

/** Where else the app may be installed; each team is a page of its own. */
function OtherTeams() {
  const { team, teams } = usePage().state;
  const others = teams.filter(({ id }) => id !== team.id);
  if (others.length === 0) return null;
  return (
    <ul class="teams" aria-label="Other teams">
      {others.map(({ id, name }) => (
        <li key={id}>
          <a class="place" href={`/?team=${id}`} data-testid={`team-${id}`}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}

interface SectionProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

function Section({ title, children }: SectionProps) {
  return (
    <section aria-label={title}>
      <h2 class="sidebar-title">{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

interface ChannelLinkProps {
  readonly channel: ChannelView;
  readonly leave: () => void;
}

function ChannelLink({ channel, leave }: ChannelLinkProps) {
  const { state, place, names, unread } = usePage();
  const { id, kind } = channel;
  const count = unread.count(state, id);
  const name = channelLabel(channel, names).replace(/^#/, '');
  return (
    <PlaceLink
      to={{ channel: id, home: false }}
      isCurrent={!place.home && place.channel === id}
      testId={`place-${kind === 'im' ? 'dm' : channel.name}`}
      leave={leave}
    >
      {kind === 'im' ? <Avatar id={id} name={name} isBot /> : <Icon name="hash" />}
      <span class="place-name">{name}</span>
      {count > 0 && (
        <span class="unread" data-testid="unread">
          {count}
          <span class="visually-hidden"> unread</span>
        </span>
      )}
    </PlaceLink>
  );
}

interface PlaceLinkProps {
  readonly to: Partial<Place>;
  readonly isCurrent: boolean;
  readonly testId: string;
  readonly leave: () => void;
  readonly children: ComponentChildren;
}

function PlaceLink({ to, isCurrent, testId, leave, children }: PlaceLinkProps) {
  const page = usePage();
  const change = { ...to, thread: undefined };
  const follow = (event: MouseEvent) => {
    // With a modifier the browser opens a second window, where one can be the other person.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    page.go(change);
    leave();
  };
  return (
    <li>
      <a
        class="place"
        href={page.addressOf(change)}
        aria-current={isCurrent ? 'page' : undefined}
        data-testid={testId}
        onClick={follow}
      >
        {children}
      </a>
    </li>
  );
}

function PersonSwitch() {
  const page = usePage();
  const { me, users } = page.names;
  const itemOf = (user: User) => ({
    label: (
      <span class="menu-person">
        <Avatar id={user.id} name={displayName(user)} isBot={false} />
        <span>
          {displayName(user)}
          <small>{user.tz}</small>
        </span>
      </span>
    ),
    testId: `person-${user.name}`,
    checked: user.id === me.id,
    choose: () => page.go({ user: user.id, thread: undefined }),
  });
  return (
    <MenuButton
      menu="Switch person"
      items={() => users.filter((user) => !user.is_bot).map(itemOf)}
      class="person-switch"
      data-testid="person-switch"
      title="Switch to another person"
    >
      <Avatar id={me.id} name={displayName(me)} isBot={false} />
      <span class="person-name">
        You are <strong>{displayName(me)}</strong>
      </span>
      <Icon name="down" />
    </MenuButton>
  );
}
