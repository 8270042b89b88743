import { expect, test } from 'vitest';
import { whatItIs } from '../../../src/sources/feed/what-it-is.ts';

test.each([
  ['', null, 'nothing (the answer is empty)'],
  ['  \n ', null, 'nothing (the answer is empty)'],
  ['<!DOCTYPE html><html>', null, 'an HTML page'],
  ['<html lang="en">', null, 'an HTML page'],
  ['<?xml version="1.0"?><!DOCTYPE html><html xmlns="x">', null, 'an HTML page'],
  ['<!-- a note --><body>Hello', null, 'an HTML page'],
  ['<link rel="alternate" type="application/rss+xml" href="/x.rss"><p>Hello', null, 'an HTML page'],
  ['<!-- a note -->\n<meta charset="utf-8"><title>Hello</title>', null, 'an HTML page'],
  ['<div id="app"></div>', null, 'an HTML page'],
  ['<x-app></x-app>', 'text/html; charset=utf-8', 'an HTML page'],
  ['<rss version="2.0">', 'text/html', 'an XML document <rss>'],
  ['<opml version="2.0">', 'text/html', 'an OPML list of feeds'],
  ['<?xml version="1.0"?><article>', 'application/xml', 'an XML document <article>'],
  ['I write <div> by hand', null, 'plain text'],
  ['{"error": 1}', null, 'JSON of another kind'],
  ['[1]', null, 'JSON of another kind'],
  ['<opml version="2.0">', null, 'an OPML list of feeds'],
  ['<urlset>', null, 'a sitemap'],
  ['<sitemapindex>', null, 'a sitemap'],
  ['<?xml version="1.0"?><!-- <rss> --><note>', null, 'an XML document <note>'],
  ['Hello', null, 'plain text'],
  ['%PDF-1.7', null, 'a PDF document'],
  ['\u0089PNG', 'image/png', 'an image'],
  ['x', 'audio/mpeg', 'a sound file'],
  ['x', 'video/mp4', 'a video'],
  ['\u0000\u0001\u0002', null, 'data that is no text'],
])('%j is %s: %s', (text, contentType, expected) => {
  expect(whatItIs(text, contentType)).toBe(expected);
});
