/** Pages in other languages and scripts, as portals there write them. */
import { document, inParagraphs, type PageShape } from './page-shape.ts';

const japanese = [
  '港湾当局は月曜日、年内にすべての船荷証券を共通の台帳に載せると発表した。四社の船会社との試験を終えたためだ。',
  '報告書によると、試験中に失われた書類は一枚もなく、コンテナが埠頭を離れるまでの時間は平均で十一時間短くなった。',
  '「三週目が過ぎても、書類がないという電話が一本もかかってこなかった」と、北ターミナルの責任者は語った。',
  '一方で運送業者は慎重だ。冷蔵貨物が試験の対象から外れていたと、大手の二社は指摘している。',
];
const chinese = [
  '港务局周一表示，将在年底前把所有提单登记到一个共享账本上，此前已与四家船公司完成了试验。',
  '报告显示，试验期间没有丢失任何单据，平均每个集装箱离开码头的时间比去年提前了十一个小时。',
  '北码头负责人说，直到第三个星期过去，也没有接到一个关于缺少单据的电话，大家这才相信。',
  '货运代理则比较谨慎，其中两家大公司指出，冷藏货物并未纳入试验，而纠纷往往由此开始。',
];
const korean = [
  '항만 당국은 월요일, 네 개 선사와의 시험을 마치고 올해 안에 모든 선하증권을 공동 장부에 올리겠다고 밝혔다.',
  '보고서에 따르면 시험 기간에 잃어버린 서류는 한 장도 없었고, 컨테이너는 평균 열한 시간 일찍 부두를 떠났다.',
  '북쪽 터미널 책임자는 셋째 주가 지나도록 서류가 없다는 전화가 한 통도 오지 않았다고 말했다.',
];
const arabic = [
  'قالت هيئة الميناء يوم الاثنين إنها ستضع جميع بوالص الشحن في سجل مشترك قبل نهاية العام، بعد تجربة مع أربع شركات نقل.',
  'ولم يضع شيء خلال التجربة، وفق التقرير، وغادرت الحاوية الرصيف قبل موعدها المعتاد بإحدى عشرة ساعة في المتوسط.',
  'أما وكلاء الشحن فهم أقل ثقة، إذ أشار اثنان من كبارهم إلى أن التجربة لم تشمل البضائع المبردة.',
];
const thai = [
  'การท่าเรือแถลงเมื่อวันจันทร์ว่าจะนำใบตราส่งสินค้าทุกฉบับขึ้นบัญชีกลางก่อนสิ้นปีนี้ หลังทดลองกับสายเรือสี่แห่งจนเสร็จสิ้นแล้ว',
  'รายงานระบุว่าไม่มีเอกสารหายแม้แต่ฉบับเดียว และตู้สินค้าออกจากท่าเร็วขึ้นเฉลี่ยสิบเอ็ดชั่วโมงเมื่อเทียบกับปีก่อน',
  'ผู้รับจัดการขนส่งยังไม่แน่ใจนัก เพราะสินค้าแช่เย็นไม่ได้รวมอยู่ในการทดลองครั้งนี้ ซึ่งมักเป็นต้นเหตุของข้อพิพาท',
];
const german = [
  'Die Hafenbehörde will bis zum Jahresende alle Frachtbriefe in ein gemeinsames Register eintragen. Das teilte sie am Montag nach einem Versuch mit vier Reedereien mit.',
  'Verloren ging dabei dem Bericht zufolge nichts, und der durchschnittliche Container verließ den Kai elf Stunden früher als im Jahr davor.',
  'Die Spediteure sind skeptischer. Zwei der größeren weisen darauf hin, dass Kühlware im Versuch nicht vorkam, bei der die meisten Streitigkeiten beginnen.',
  'Die Behörde entgegnet, dass gekühlte Fracht im Frühjahr folge, sobald die Sensoren in den Kisten selbst unterschreiben können.',
];
const french = [
  'L’autorité portuaire a annoncé lundi que tous les connaissements seront inscrits dans un registre commun avant la fin de l’année, après un essai mené avec quatre armateurs.',
  'Rien n’a été perdu pendant l’essai, selon le rapport, et le conteneur moyen a quitté le quai onze heures plus tôt que l’année précédente.',
  'Les transitaires sont plus réservés : deux des plus grands rappellent que les marchandises réfrigérées n’étaient pas de la partie.',
];

export const languageShapes: readonly PageShape[] = [
  {
    name: 'a Japanese portal: line breaks, a ranking and related articles',
    html: document(
      '',
      `<div id="wrapper"><div id="main"><div class="article"><h1>港の書類、台帳へ</h1><p class="date">2026年5月4日 8時00分</p><div class="article_body"><p>${japanese[0]}<br><br>${japanese[1]}</p><p>${japanese[2]}</p><p>${japanese[3]}</p></div><div class="relatedNews"><h2>関連記事</h2><ul><li><a href="/a/2">船会社、紙をめぐり対立</a></li><li><a href="/a/3">冷蔵貨物の行方</a></li></ul></div></div></div><div id="side"><h2>アクセスランキング</h2><ol><li><a href="/r/1">今週の銅</a></li><li><a href="/r/2">今週の麦</a></li></ol></div></div>`,
      'ja',
    ),
    text: japanese,
  },
  {
    name: 'a Chinese portal: indented paragraphs, an editor’s line and hot news',
    html: document(
      '',
      `<div class="main-content"><h1 class="main-title">港口单据上账本</h1><div class="date-source"><span class="date">2026年05月04日 08:00</span> <a class="source" href="/s">潮报</a></div><div class="article" id="artibody">${chinese.map((text) => `<p>　　${text}</p>`).join('')}<p class="show_author">责任编辑：林 靖</p></div><div class="share-box">分享到：<a href="#">微博</a><a href="#">微信</a></div><div class="hot-news"><h3>热门新闻</h3><ul><li><a href="/h/1">本周铜价三图</a></li><li><a href="/h/2">本周黑麦三图</a></li></ul></div></div>`,
      'zh',
    ),
    text: chinese,
  },
  {
    name: 'a Korean daily: text and line breaks in one block, a line about rights',
    html: document(
      '',
      `<div id="container"><h3 class="tit_view">항만 서류, 장부로</h3><div class="info_view"><span>안 리 기자</span> <span>입력 2026.05.04. 08:00</span></div><div id="articleBody" itemprop="articleBody">${korean.join('<br/><br/>')}</div><div class="copyright_view">저작권자 © 조수일보 무단전재 및 재배포 금지</div><div class="list_news"><strong>많이 본 뉴스</strong><ol><li><a href="/1">이번 주의 구리</a></li></ol></div></div>`,
      'ko',
    ),
    text: korean,
  },
  {
    name: 'an Arabic site, from right to left',
    html: document(
      '',
      `<div dir="rtl"><ul class="menu"><li><a href="/">الرئيسية</a></li><li><a href="/m">أسواق</a></li></ul><article><h1>أوراق الميناء في سجل</h1><div class="post-meta">4 مايو 2026</div><div class="entry">${inParagraphs(arabic)}</div></article><div class="related-posts"><h3>اقرأ أيضا</h3><a href="/2">الناقلون يختلفون</a></div></div>`,
      'ar',
    ),
    text: arabic,
  },
  {
    name: 'a Thai site, whose sentences have no commas',
    html: document(
      '',
      `<div class="page"><h1>เอกสารท่าเรือขึ้นบัญชี</h1><div class="story">${thai.map((text) => `<div>${text}</div>`).join('')}</div><div class="bottom"><a href="/a">เกี่ยวกับเรา</a></div></div>`,
      'th',
    ),
    text: thai,
  },
  {
    name: 'a German broadcaster: state of the page, info box and topics',
    html: document(
      '',
      `<main><article class="container"><h1><span class="topline">Frachtpapiere</span><span class="headline">Hafen schreibt ins Register</span></h1><p class="metatextline">Stand: 04.05.2026 08:00 Uhr</p><p class="textabsatz"><strong>${german[0] ?? ''}</strong></p><p class="textabsatz">${german[1] ?? ''}</p><aside class="infobox"><h3>Zum Begriff</h3><p>Ein Frachtbrief sagt, wem die Ware gehört, und wird seit Jahrhunderten auf Papier geschrieben.</p></aside><h2 class="subtitle">Zweifel bei den Spediteuren</h2><p class="textabsatz">${german[2] ?? ''}</p><p class="textabsatz">${german[3] ?? ''}</p><div class="taglist"><a href="/t">Hafen</a> <a href="/u">Fracht</a></div></article><div class="teaserliste"><h2>Mehr zum Thema</h2><a href="/2">Reedereien streiten über Papier</a></div></main>`,
      'de',
    ),
    text: [german[0] ?? '', german[1] ?? '', 'Zweifel bei den Spediteuren', german[2] ?? '', german[3] ?? ''],
  },
  {
    name: 'a French daily: a lead above, "read also" between the paragraphs',
    html: document(
      '',
      `<main><section class="article__header"><h1 class="article__title">Le port passe au registre</h1><p class="article__desc">${french[0] ?? ''}</p><p class="meta__date">Publié le 04 mai 2026 à 08h00</p></section><section class="article__content"><p class="article__paragraph">${french[1] ?? ''}</p><section class="catcher"><p><span>Lire aussi :</span> <a href="/2">Les armateurs se disputent le papier</a></p></section><p class="article__paragraph">${french[2] ?? ''}</p><p class="article__signature">Anne Lis</p></section></main>`,
      'fr',
    ),
    text: french,
  },
];
