import type { ComponentChild } from 'preact';

/** The first thing that Tab comes to: past the channels and every message. */
export function SkipLink({ isHome, isInert }: { isHome: boolean; isInert: boolean }): ComponentChild {
  const target = isHome ? 'home' : 'message-box';
  return (
    <a
      class="skip-link"
      href={`#${target}`}
      inert={isInert}
      onClick={(event) => {
        // The address of the page says where the reader is, and stays.
        event.preventDefault();
        document.getElementById(target)?.focus();
      }}
    >
      {isHome ? 'Skip to the Home tab' : 'Skip to the message box'}
    </a>
  );
}
