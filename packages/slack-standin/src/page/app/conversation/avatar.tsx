import { displayName } from '../names.ts';
import { usePage } from '../page.ts';

const hues = 8;

interface AvatarProps {
  readonly id: string;
  readonly name: string;
  readonly isBot: boolean;
}

/** A user's initials on a colour that is theirs everywhere. */
export function Avatar({ id, name, isBot }: AvatarProps) {
  const words = name.split(/[\s._-]+/).filter(Boolean);
  const initials = [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
  const hue = [...id].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % hues, 7);
  return (
    <span class={`avatar ${isBot ? 'avatar-bot' : `avatar-${hue}`}`} aria-hidden="true">
      {initials || '?'}
    </span>
  );
}

/** The avatar of a user by id. */
export function UserAvatar({ id }: { readonly id: string }) {
  const user = usePage().names.user(id);
  return <Avatar id={id} name={user ? displayName(user) : id} isBot={user?.is_bot ?? false} />;
}
