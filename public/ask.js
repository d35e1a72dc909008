// Puts the team's customers' page on another website: a button in the corner, and the page in a frame when
// it is pressed. The link is in `data-link`, the words of the button may be in `data-label`. Speaks the website's
// language, else the visitor's. Reads nothing of
// the website and stores nothing there. Where the website is not secure a framed page has no WebCrypto: the page
// opens in a tab of its own then, and the button says so.
(() => {
  const script = document.currentScript;
  const WORDS = {
    en: ['Chat with us', 'Close', 'This website has no https, so the conversation opens in a tab of its own.'],
    de: ['Schreiben Sie uns', 'Schließen', 'Diese Website hat kein https: Das Gespräch öffnet sich in einem eigenen Tab.'],
    ja: ['お問い合わせ', '閉じる', 'このウェブサイトは https ではないため、会話は別のタブで開きます。'],
    zh: ['傳訊息給我們', '關閉', '這個網站沒有 https，對話會在另一個分頁開啟。'],
  };
  const codeOf = (tag) => (/^zh-(cn|sg|hans)/i.test(tag) ? '' : tag.toLowerCase().split('-', 1)[0]);
  const codes = [document.documentElement.lang, ...navigator.languages].map(codeOf);
  const [chat, close, insecure] = WORDS[codes.find((code) => Object.hasOwn(WORDS, code)) ?? 'en'];
  const { link = '', label = chat } = script?.dataset ?? {};
  if (!(script instanceof HTMLScriptElement) || !/^[\w.-]{8,400}$/.test(link)) {
    reportError(new Error('ask.js: data-link is no link of a team. Copy the line from the settings again.'));
    return;
  }
  const address = new URL(`/ask/#${link}`, script.src).href;
  const isFramed = window.isSecureContext;

  const style = (element, rules) => Object.assign(element.style, rules);
  const corner = { position: 'fixed', right: '20px', bottom: '20px', zIndex: '2147483000' };
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  style(button, {
    ...corner,
    minHeight: '44px',
    padding: '0 18px',
    border: '0',
    borderRadius: '22px',
    background: '#2B57D6',
    color: '#FFFFFF',
    font: '600 15px/20px system-ui, sans-serif',
    boxShadow: '0 4px 14px rgb(16 20 30/.22)',
    cursor: 'pointer',
  });

  let frame = null;
  const show = (isShown) => {
    style(frame, { display: isShown ? 'block' : 'none' });
    button.textContent = isShown ? close : label;
    button.setAttribute('aria-expanded', String(isShown));
    if (isShown) frame.focus();
  };
  const makeFrame = () => {
    frame = document.createElement('iframe');
    frame.src = address;
    frame.title = label;
    frame.allow = 'clipboard-write';
    style(frame, {
      ...corner,
      bottom: '76px',
      width: 'min(400px, calc(100vw - 40px))',
      height: 'min(640px, calc(100vh - 96px))',
      border: '1px solid #CDD2DA',
      borderRadius: '12px',
      background: '#FFFFFF',
      boxShadow: '0 20px 56px rgb(16 20 30/.22)',
    });
    button.before(frame);
  };
  button.addEventListener('click', () => {
    if (!isFramed) return void window.open(address, '_blank', 'noopener');
    const isNew = frame === null;
    if (isNew) makeFrame();
    show(isNew || frame.style.display === 'none');
  });
  addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || frame === null || frame.style.display === 'none') return;
    show(false);
    button.focus();
  });

  if (isFramed) button.setAttribute('aria-expanded', 'false');
  else button.title = insecure;
  const put = () => document.body.append(button);
  if (document.body === null) addEventListener('DOMContentLoaded', put, { once: true });
  else put();
})();
