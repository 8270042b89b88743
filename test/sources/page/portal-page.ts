/** A page of the shape that crypto news portals have, with everything on it that is not the article. */
export const portalPage = `<!doctype html><html lang="en"><head><title>Harbour city publishes its ‘TIDE’ plan for tokenized freight</title>
<meta charset="utf-8"></head><body>
<header><nav><a href="/">Home</a><a href="/markets">Markets</a></nav></header>
<main><div class="wrap"><span>Top</span><article>
<h1>Harbour city publishes its ‘TIDE’ plan for tokenized freight</h1>
<div class="meta"><span>Policy &amp; Regulation·June 27, 2025, 6:28 AM</span></div>
<p>The port authority of the harbour city has published a plan for digital assets in shipping, called “TIDE”, which it wants to carry out within three years together with the carriers that call there.</p>
<p>&nbsp;</p>
<p>The document builds on a first statement of two years ago, and names freight papers, insurance and warehouse receipts as the first three things that are to be issued as tokens on a public ledger.</p>
<div class="lead-picture"><img src="/img/port.webp" alt=""><p>Photo by Ada Marin on Pexels</p></div>
<h2>A plan for the whole quay</h2>
<p>The authority says that the plan is meant for everybody on the quay, from the pilot to the customs officer, and that nobody will be made to use it before the sandbox has shown what it is good for:</p>
<ul><li>Rules for electronic bills of lading</li><li>A sandbox for carriers</li><li>Training for customs staff</li></ul>
<h2>Lower duties</h2>
<p>Stamp duty on transfers of tokenized receipts is to fall to nothing for five years, the authority adds, provided that the keeper of the warehouse is licensed and the register can be inspected at any time.</p>
<span>news</span><div>Loading</div>
</article>
<section><div><h3>More to Read</h3><a href="/all">View All</a></div>
<div class="card"><span>Markets·</span><span>Jan 06, 2024</span><a href="/news/3"><h4>Analyst expects a quiet week</h4></a>
<p>An analyst of a brokerage expects a quiet week on the markets. Analyst expects a quiet week, he writes.Photo by Jo Lind on UnsplashCalm seasThe calm follows a month of storms, and nobody knows how long it will hold.</p></div>
<div class="card"><span>Markets·</span><span>Jan 05, 2024</span><a href="/news/2"><h4>Exchange lists a token</h4></a>
<p>An exchange lists a token that few people have heard of, and says that there will be more of the kind before long.</p></div></section>
</div></main><footer>© Harbour</footer></body></html>`;
