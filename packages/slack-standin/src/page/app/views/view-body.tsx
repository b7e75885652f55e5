import type { View } from '../../../wire.ts';
import { Blocks } from '../blocks/block.tsx';
import { BlockContext } from '../blocks/setting.ts';
import { usePage } from '../page.ts';

interface ViewBodyProps {
  readonly view: View;
  readonly errors?: Readonly<Record<string, string>> | undefined;
}

/** A view's blocks, whose elements act on behalf of the view. */
export function ViewBody({ view, errors }: ViewBodyProps) {
  const page = usePage();
  const setting = {
    container: { type: 'view', view_id: view.id },
    here: page.place.channel,
    held: page.values.of(view, page.place.user),
    headingLevel: view.type === 'home' ? 2 : 3,
    errors,
  } as const;
  return (
    <BlockContext.Provider value={setting}>
      <div class="view-body">
        <Blocks blocks={view.blocks} />
      </div>
    </BlockContext.Provider>
  );
}
