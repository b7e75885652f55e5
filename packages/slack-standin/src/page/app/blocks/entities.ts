import type {
  ChannelsSelect,
  ConversationsSelect,
  MultiChannelsSelect,
  MultiConversationsSelect,
  MultiUsersSelect,
  UsersSelect,
} from '@slack/types';
import { displayName, type Names } from '../names.ts';

/** The menus of people and places, for one of them or for several. */
export type EntitySelect =
  | UsersSelect
  | ChannelsSelect
  | ConversationsSelect
  | MultiUsersSelect
  | MultiChannelsSelect
  | MultiConversationsSelect;

/** One person or place that can be chosen. */
export interface Entity {
  readonly id: string;
  readonly label: string;
}

/** The people or places that a menu offers. */
export function entitiesOf(select: EntitySelect, names: Names): Entity[] {
  if (select.type === 'users_select' || select.type === 'multi_users_select') {
    return names.users.map((user) => ({ id: user.id, label: displayName(user) }));
  }
  const kinds = 'filter' in select ? select.filter?.include : undefined;
  const isOfPlaces = select.type.endsWith('conversations_select');
  return names.channels
    .filter(({ kind }) =>
      isOfPlaces ? (kinds?.includes(kind === 'im' ? 'im' : 'public') ?? true) : kind === 'channel',
    )
    .map(({ id, name, kind }) => ({
      id,
      label: kind === 'channel' ? `#${name}` : 'Direct message with the app',
    }));
}
