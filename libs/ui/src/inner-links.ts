/** Lets plain `<a href>` move inside the app without loading it again, so that no component needs to know the router. */

type Click = Pick<MouseEvent, 'defaultPrevented' | 'button' | 'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'target'>;

/** The address inside the app a click leads to, or null when the browser should follow it: another tab, a download, elsewhere. */
export function innerAddress(click: Click, base: string, outside: readonly string[]): string | null {
  if (click.defaultPrevented || click.button !== 0 || click.metaKey || click.ctrlKey || click.shiftKey || click.altKey) return null;
  const link = click.target instanceof Element ? click.target.closest('a') : null;
  if (!link?.href || link.hasAttribute('download') || (link.target && link.target !== '_self')) return null;
  const url = new URL(link.href);
  if (url.origin !== window.location.origin || !url.pathname.startsWith(base)) return null;
  if (outside.some((path) => url.pathname.startsWith(path))) return null;
  const isOnThisPage = url.pathname === window.location.pathname && url.search === window.location.search && url.hash !== '';
  return isOnThisPage ? null : url.pathname + url.search + url.hash;
}
