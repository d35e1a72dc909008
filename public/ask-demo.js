// A page that stands for a team's website: shows the customers' page in it as ask.js puts it there. The link is
// this page's own fragment. In the language of the browser, as far as it is one of the desk's four.
(() => {
  const WORDS = {
    de: {
      band: 'Diese Seite steht für Ihre Website. Die Schaltfläche unten rechts kommt von einer Zeile darin. Schreiben Sie sich selbst, und antworten Sie auf dem Desk.',
      title: 'Mühlen und Tassen',
      text: 'Geröstet am Dienstag, verschickt am Mittwoch. Ist etwas nicht, wie es sein soll, schreiben Sie uns.',
      label: 'Schreiben Sie uns',
      none: 'Dieser Adresse fehlt der Link. Öffnen Sie sie aus den Einstellungen, unter „Kundenseite“.',
    },
    ja: {
      band: 'このページは皆さんのウェブサイトの代わりです。右下のボタンは次の1行で表示されます。メッセージを送り、デスクで返信してみてください。',
      title: 'グラインダーとカップ',
      text: '火曜日に焙煎、水曜日に発送。お気づきの点があればお知らせください。',
      label: 'お問い合わせ',
      none: 'このアドレスにはリンクがありません。設定の「お客様ページ」から開いてください。',
    },
    zh: {
      band: '這一頁代表您的網站。右下角的按鈕來自下面這一行。請寫給自己，並在工作台上回覆。',
      title: '磨豆機與杯子',
      text: '週二烘焙，週三寄出。若有任何問題，請與我們聯絡。',
      label: '與我們聯絡',
      none: '此網址缺少連結。請從設定的「客戶頁面」開啟。',
    },
  };
  const language = navigator.language.slice(0, 2);
  const words = WORDS[language] ?? { label: 'Chat with us', none: 'This address lacks the link. Open it from the settings, under “Customers’ page”.' };
  if (WORDS[language] !== undefined) document.documentElement.lang = language === 'zh' ? 'zh-Hant' : language;
  for (const element of document.querySelectorAll('[data-words]')) {
    const said = words[element.dataset.words];
    if (said !== undefined) element.textContent = said;
  }

  const link = location.hash.slice(1);
  const line = document.querySelector('#line');
  if (!/^[\w.-]{8,4000}$/.test(link)) {
    line.textContent = words.none;
    return;
  }
  const script = document.createElement('script');
  script.async = true;
  script.src = '/ask.js';
  script.dataset.link = link;
  script.dataset.label = words.label;
  line.textContent = `<script async src="${location.origin}/ask.js" data-link="${link}"></${'script'}>`;
  document.body.append(script);
})();
