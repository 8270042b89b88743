import { describe, expect, test } from 'vitest';
import { feedIn } from './parse-feed.ts';

const rdf = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';
const parts =
  '<title>Cranes return</title><link>https://pier.example/a</link><description>By noon.</description>';
const shown = { title: 'Cranes return', url: 'https://pier.example/a' };

describe('every form of feed is read', () => {
  test.each([
    [
      'RSS 0.90',
      `<rdf:RDF ${rdf} xmlns="http://channel.netscape.com/rdf/simple/0.9/"><channel><title>Pier</title></channel><item>${parts}</item></rdf:RDF>`,
    ],
    [
      'RSS 0.91 of Netscape',
      `<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>Pier</title><item>${parts}</item></channel></rss>`,
    ],
    [
      'RSS 1.0 with another prefix',
      `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:rss="http://purl.org/rss/1.0/"><rss:channel><rss:title>Pier</rss:title></rss:channel><rss:item><rss:title>Cranes return</rss:title><rss:link>https://pier.example/a</rss:link><rss:description>By noon.</rss:description></rss:item></r:RDF>`,
    ],
    [
      'RSS 1.0 with items within the channel',
      `<rdf:RDF ${rdf} xmlns="http://purl.org/rss/1.0/"><channel><title>Pier</title><items><rdf:Seq><rdf:li resource="x"/></rdf:Seq></items><item>${parts}</item></channel></rdf:RDF>`,
    ],
    [
      'RSS 1.1',
      `<Channel xmlns="http://purl.org/net/rss1.1#"><title>Pier</title><items><item>${parts}</item></items></Channel>`,
    ],
    [
      'RSS in the namespace of Atom',
      `<rss xmlns="http://www.w3.org/2005/Atom"><channel><title>Pier</title><item>${parts}</item></channel></rss>`,
    ],
    [
      'RSS in a namespace by Dave',
      `<rss xmlns="http://backend.userland.com/RSS2"><channel><title>Pier</title><item>${parts}</item></channel></rss>`,
    ],
    [
      'CDF',
      `<CHANNEL HREF="https://pier.example/"><TITLE>Pier</TITLE><ITEM HREF="https://pier.example/a" LASTMOD="2026-03-02T08:00"><TITLE>Cranes return</TITLE><ABSTRACT>By noon.</ABSTRACT></ITEM></CHANNEL>`,
    ],
    [
      'Atom 0.3',
      `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title mode="escaped">Pier</title><tagline>x</tagline><entry><title mode="escaped" type="text/html">Cranes &lt;b&gt;return&lt;/b&gt;</title><link rel="alternate" type="text/html" href="https://pier.example/a"/><summary mode="xml">By noon.</summary></entry></feed>`,
    ],
    [
      'Atom 1.0 with RSS in it',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Pier</title><entry><title>Cranes return</title><guid>1</guid><link>https://pier.example/a</link><summary>By noon.</summary></entry></feed>`,
    ],
    [
      'JSON Feed',
      '{"version":"https://jsonfeed.org/version/1","title":"Pier","items":[{"id":"1","url":"https://pier.example/a","title":"Cranes return","summary":"By noon."}]}',
    ],
  ])('%s', (_, document) => {
    const feed = feedIn(document);
    expect(feed).toMatchObject({ title: 'Pier', items: [{ ...shown, summary: 'By noon.' }] });
    expect(feed.items).toHaveLength(1);
  });

  test('the time of CDF stands in an attribute', () => {
    const [item] = feedIn(
      '<channel><item href="https://pier.example/a" lastmod="2026-03-02T08:00-0100"/></channel>',
    ).items;
    expect(item).toMatchObject({
      published: { at: new Date('2026-03-02T09:00:00Z') },
      updated: { at: new Date('2026-03-02T09:00:00Z') },
    });
  });
});

describe('what stands around a feed does not matter', () => {
  const feed = `<rss version="2.0"><channel><title>Pier</title><item>${parts}</item></channel></rss>`;
  test.each([
    [
      'comments',
      `<!-- a --><?xml version="1.0"?><!-- <rss><channel><title>No</title></channel></rss> -->${feed}<!-- b -->`,
    ],
    ['two declarations', `<?xml version="1.0"?><?xml version="1.0" encoding="utf-8"?>${feed}`],
    ['a stylesheet', `<?xml version="1.0"?><?xml-stylesheet href="a.xsl" type="text/xsl"?>${feed}`],
    ['a declaration of its own', `<?xml version='1.1' standalone=yes?>${feed}`],
    ['a page after it', `${feed}<html><body><p>Served in 3 ms</p></body></html>`],
    ['script after it', `${feed}<script>count()</script>`],
    ['two marks of byte order', `\ufeff\ufeff${feed}`],
    ['a broken comment', `<!-- a -- b -->${feed}`],
    ['zeros', `\u0000${feed}\u0000`],
    ['an element around it', `<document>${feed}</document>`],
  ])('%s', (_, document) => {
    expect(feedIn(document)).toMatchObject({ title: 'Pier', items: [shown] });
  });
});

describe('a damaged document gives what can be read', () => {
  test.each([
    [
      'an attribute without quotes',
      '<rss version=2.0><channel><item><title lang=en>Cranes return</title></item></channel></rss>',
    ],
    [
      'attributes without space between',
      '<rss><channel><item><guid a="1"b="2">x</guid><title>Cranes return</title></item></channel></rss>',
    ],
    [
      'an attribute twice',
      '<rss version="2.0" version="2.0"><channel><item><title>Cranes return</title></item></channel></rss>',
    ],
    [
      'bare signs',
      '<rss><channel><item><description>1 < 2 & 3 > 2 && x</description><title>Cranes return</title></item></channel></rss>',
    ],
    [
      'rules and breaks',
      '<rss><channel><item><description>a<br>b<hr>c<p>d</description><title>Cranes return</title></item></channel></rss>',
    ],
    [
      'wrong nesting',
      '<rss><channel><item><description><b><i>a</b></i></description><title>Cranes return</title></item></channel></rss>',
    ],
    [
      'an end tag too many',
      '<rss><channel><item></link></description><title>Cranes return</title></item></channel></rss>',
    ],
    [
      'a CDATA section in another',
      '<rss><channel><item><title><![CDATA[Cranes]]> <![CDATA[return]]></title></item></channel></rss>',
    ],
    [
      'a CDATA section in small letters',
      '<rss><channel><item><title>Cranes return</title><description><![cdata[x]]></description></item></channel></rss>',
    ],
    [
      'the end of a CDATA section',
      '<rss><channel><item><title>Cranes return</title><description>a ]]> b</description></item></channel></rss>',
    ],
    ['items in capitals', '<Rss><Channel><Item><Title>Cranes return</Title></Item></Channel></Rss>'],
    [
      'a title in a drawing',
      '<rss><channel><item><svg xmlns="http://www.w3.org/2000/svg"><title>No</title></svg><title>Cranes return</title></item></channel></rss>',
    ],
    [
      'a title of something else',
      '<rss><channel><item><image><title>No</title></image><source>No</source><title>Cranes return</title></item></channel></rss>',
    ],
  ])('with %s', (_, document) => {
    expect(feedIn(document).items.map(({ title }) => title)).toContain('Cranes return');
  });

  test.each([
    '<rss/>',
    '<rss></rss>',
    '<rss><channel/></rss>',
    '<feed/>',
    '<rdf:RDF/>',
    '{"version":"https://jsonfeed.org/version/1","items":[]}',
  ])('%s is a feed without items', (document) => {
    expect(feedIn(document).items).toEqual([]);
  });
});
