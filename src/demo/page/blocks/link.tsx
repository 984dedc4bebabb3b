import type { ComponentChild, ComponentChildren } from 'preact';

/** A link to anywhere outside; only its text when the address could run as a script. */
export function Link({ url, children }: { url: string; children: ComponentChildren }): ComponentChild {
  const href = toSafeUrl(url);
  if (href === undefined) return <>{children}</>;
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}

/** `url` when it is one that Slack would open. */
export function toSafeUrl(url: string): string | undefined {
  return /^(https?|mailto|tel):/i.test(url) ? url : undefined;
}
