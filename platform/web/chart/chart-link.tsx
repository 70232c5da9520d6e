import { useRouter } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, MouseEvent } from 'react';

type Props = AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string };

/** Opened beside this page, or handed to the browser otherwise. */
const asksOtherwise = (event: MouseEvent): boolean =>
  event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;

/** Goes to an address of ours without loading the pages anew; a link like any other to whoever opens it in a new tab. */
export function useGo(): (event: MouseEvent, href: string) => void {
  const router: ReturnType<typeof useRouter> | null = useRouter({ warn: false });
  return (event, href) => {
    // Only our own pages: another address is the browser's affair.
    if (router === null || asksOtherwise(event) || !/^\/(?!\/)/.test(href)) return;
    event.preventDefault();
    router.history.push(href);
  };
}

/** A link to a page that is only known by its address, as charts know theirs. */
export function ChartLink({ href, children, ...rest }: Props) {
  const go = useGo();
  return (
    <a {...rest} href={href} onClick={(event) => go(event, href)}>
      {children}
    </a>
  );
}
