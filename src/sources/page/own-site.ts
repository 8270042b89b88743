/** Whether a link stays on the site of the page that it stands on; those within the page count. */
export function staysOnSite(link: string, page: string): boolean {
  if (!/^(?:https?:)?\/\//i.test(link)) return !/^[a-z]+:/i.test(link);
  return hostOf(link.replace(/^\/\//, 'https://')) === hostOf(page);
}

const hostOf = (url: string): string =>
  URL.canParse(url) ? new URL(url).hostname.replace(/^(?:www|m|amp)\./, '') : '';
