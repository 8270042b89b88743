/** What the names that publishers give to the parts of a page say about them. */
import type { Part } from './page-tree.ts';

/** Words set apart by spaces, as one pattern; a hyphen in them may also be an underscore, or nothing. */
const words = (list: string): string => list.trim().replaceAll('-', '[-_]*').split(/\s+/).join('|');

/** Behind the word that tells what a part is, there often stands one for its shape. */
const shapes =
  words(`area bar block box container content group inner item items label line list module row section text
  unit widget wrap wrapper holder overlay`);
/** `post-author-box` and `postAuthorBox`, but neither `authoritative` nor `author-of-the-year`. */
const named = (list: string): RegExp =>
  new RegExp(`(?:^|[-_])(?:${words(list)})(?:[-_]+(?:${shapes}|\\w{1,2}))*s?$`);

const unseen =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-?reader(?:-text)?|a11y-?hidden|assistive-text|offscreen|hidden-text|d-print-only|print-only)(?:\s|$)/i;
const ofPicture =
  /(?:^|[-_])(?:caption|credit|attribution|photographer|figcaption|legend|copyright|bildunterschrift|legende)s?(?:$|[-_])/;
const ofMachinery = named(`
  related recirc recommended recommendations read-more interstitial-link
  newsletter signup sign-up subscribe subscription paywall piano regwall promo
  share sharing social follow ad ads advert advertisement sponsor sponsored
  bio biography about-author author-box author-card author-bio author-info sig-line signature
  player vjs jwplayer video-js video-title video-meta video-info video-overlay
  comment comments disqus pagination pager breadcrumb breadcrumbs prev-next post-navigation
  gallery slideshow carousel slider swiper filmstrip legends
  tooltip lightbox modal popup cookie consent feedback poll survey syndication-btn
  toc table-of-contents jump-link skip-link cta`);
const ofFacts = named(`
  byline author authors auteur autor autore writer reporter journalist contributor
  date datum fecha pubdate published posted updated modified timestamp time dateline
  meta metadata tag tags tagcloud keyword keywords topic topics category categories
  cat-links kicker eyebrow overline read-time reading-time duration views counter
  toolbar tools actions action rating votes likes print icon button btn label badge`);
const ofReaders = named(
  'comment comments commentlist disqus disqus-thread responses replies discussion respond',
);
const ofLead = named(`
  lead lede standfirst subtitle subhead subheading subheadline dek deck summary sapo
  intro introduction excerpt chapo chapeau entradilla bajada copete vorspann ingress
  description abstract teaser strapline tagline sommario occhiello`);
const ofBody =
  /(?:^|[-_])(?:article|story|post|entry|news|blog|page|main)[-_]*(?:body|content|text|copy|maincontent)(?:[-_]*(?:text|inner|content))?$|^(?:articlebody|storybody|bodytext|body-?copy|article__text|rich-?text|wysiwyg)$/;

/** Every name of a part, in lower case, words of `camelCase` set apart. */
function namesOf(part: Part): readonly string[] {
  const { class: classes = '', id = '' } = part.attributes;
  // What is named after a place in the text is named after what it tells.
  const given = /^(?:h[1-6]|p|li|a)$/.test(part.name) ? classes : `${classes} ${id}`;
  if (given.length > 400) return [];
  return given
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/\s+/)
    .filter((name) => name !== '' && name.length < 60);
}

const hasName = (part: Part, pattern: RegExp): boolean => namesOf(part).some((name) => pattern.test(name));

/** Said to machines that read aloud, or nowhere to be seen. */
export const isUnseen = (part: Part): boolean => unseen.test(part.attributes['class'] ?? '');

export const isOfPicture = (part: Part): boolean => hasName(part, ofPicture);

/** Whether a part invites, advertises, leads elsewhere, or tells of the author. */
export const isMachinery = (part: Part): boolean => hasName(part, ofMachinery);

/** Whether readers talk there. */
export const isDiscussion = (part: Part): boolean => hasName(part, ofReaders);

/** Whether a part tells who, when and under which label, and not what. */
export const isOfFacts = (part: Part): boolean =>
  hasName(part, ofFacts) || part.attributes['itemprop'] === 'author' || part.attributes['rel'] === 'author';

export const isLead = (part: Part): boolean =>
  hasName(part, ofLead) || part.attributes['itemprop'] === 'description';

/** Whether its publisher says that a part is the article's text. */
export const isMarkedBody = (part: Part): boolean =>
  part.attributes['itemprop']?.toLowerCase() === 'articlebody' || hasName(part, ofBody);
