interface UnsupportedProps {
  readonly what: 'block' | 'element';
  readonly type: string;
}

/** Says in so many words what the page cannot show, so that nothing is missing unnoticed. */
export function Unsupported({ what, type }: UnsupportedProps) {
  return (
    <p class="unsupported" data-testid="unsupported">
      unsupported {what}: {type}
    </p>
  );
}
