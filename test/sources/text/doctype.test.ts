import { describe, expect, test } from 'vitest';
import { withoutDoctype } from '../../../src/sources/text/doctype.ts';
import { parseXml, textOf } from '../../../src/sources/text/xml-tree.ts';

/** The text of a document whose type declares what is given. */
const textWith = (subset: string, text: string): string =>
  textOf(parseXml(`<?xml version="1.0"?><!DOCTYPE r [${subset}]><r>${text}</r>`));

describe('an entity of the document stands for its text', () => {
  test.each([
    ['<!ENTITY wire "Harbour Wire">', '&wire; today', 'Harbour Wire today'],
    ["<!ENTITY wire 'Harbour Wire'>", '&wire;', 'Harbour Wire'],
    ['<!ENTITY nbsp "&#160;"><!ENTITY eacute "&#xe9;">', 'd&eacute;j&agrave;&nbsp;vu', 'déjà\u00a0vu'],
    ['<!-- the name -->\n<!ENTITY wire "Ropes &amp; Co">\n', '&wire;', 'Ropes & Co'],
    ['<!ENTITY a "first"><!ENTITY a "second">', '&a;', 'first'],
    ['<!ENTITY wire "W">', '<![CDATA[&wire;]]>', '&wire;'],
    ['<!ENTITY wire "W">', '&amp;wire; &lt; & &unknown;', '&wire; < & &unknown;'],
  ])('%s', (subset, text, expected) => {
    expect(textWith(subset, text)).toBe(expected);
  });

  test('in an attribute too', () => {
    const [root] = parseXml(
      '<!DOCTYPE r [<!ENTITY host "wire.example">]><r href="https://&host;/a"/>',
    ).children;
    expect(root).toMatchObject({ attributes: { href: 'https://wire.example/a' } });
  });
});

describe('an entity that is not harmless stays unknown', () => {
  test.each([
    ['one that refers to others', '<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">', '&b;'],
    ['one that refers to itself', '<!ENTITY b "&b;&b;">', '&b;'],
    ['one that hides the reference', '<!ENTITY a "aaaa"><!ENTITY b "&#38;a;">', '&b;'],
    ['one from a file', '<!ENTITY b SYSTEM "file:///etc/hostname">', '&b;'],
    ['one from elsewhere', '<!ENTITY b PUBLIC "x" "https://wire.example/b">', '&b;'],
    ['one for declarations', '<!ENTITY % b "text">', '%b;'],
    ['one with markup', '<!ENTITY b "<item>">', '&b;'],
    ['one of great length', `<!ENTITY b "${'b'.repeat(400)}">`, '&b;'],
  ])('%s', (_, subset, text) => {
    expect(textWith(subset, text)).toBe(text);
  });

  test('and many references add only so much', () => {
    const text = textWith(`<!ENTITY b "${'b'.repeat(300)}">`, '&b;'.repeat(10_000));
    expect(text.length).toBeLessThan(130_000);
  });
});

describe('the declaration is taken out', () => {
  const rest = '<r>x</r>';
  test.each([
    ['plain', '<!DOCTYPE r>'],
    ['with addresses', '<!DOCTYPE r PUBLIC "-//X//EN" "https://wire.example/r.dtd">'],
    ['in small letters', '<!doctype r>'],
    ['with a subset', '<!DOCTYPE r [<!ELEMENT r (#PCDATA)> <!ENTITY a "]">\n] >'],
    ['with a bracket that never closes', '<!DOCTYPE r [>'],
  ])('%s', (_, declaration) => {
    expect(withoutDoctype(`${declaration}${rest}`).text).toBe(rest);
  });

  test('but not from a page that an item quotes', () => {
    const quoting = '<r><![CDATA[<!DOCTYPE html><p>x]]></r>';
    expect(withoutDoctype(quoting).text).toBe(quoting);
  });

  test.each(['<!DOCTYPE ', '<!DOCTYPE [', '<!DOCTYPE r [<!ENTITY a "', '<!ENTITY a "b">'])(
    'a long row of %s ends',
    (part) => {
      expect(textOf(parseXml(part.repeat(50_000)))).toBe('');
    },
  );
});
