import { decidingRule, type SiteRules } from '../../glossary/sites.ts';

/** Where people write letters and move money. Quiet there until the reader turns the site on. */
const HOSTS = new Set([
  'mail.google.com',
  'outlook.live.com',
  'outlook.office.com',
  'outlook.office365.com',
  'mail.yahoo.com',
  'mail.proton.me',
  'app.fastmail.com',
  'mail.zoho.com',
  'mail.aol.com',
  'mail.naver.com',
  'mail.daum.net',
  'mail.ru',
  'mail.qq.com',
  'web.de',
  'gmx.net',
  'icloud.com',
  'paypal.com',
  'wise.com',
  'revolut.com',
  'chase.com',
  'bankofamerica.com',
  'wellsfargo.com',
  'citi.com',
  'capitalone.com',
  'americanexpress.com',
  'hsbc.com',
  'hsbc.co.uk',
  'barclays.co.uk',
  'lloydsbank.com',
  'natwest.com',
  'santander.com',
  'ing.com',
  'ing.de',
  'deutsche-bank.de',
  'commerzbank.de',
  'sparkasse.de',
  'bnpparibas.com',
  'societegenerale.com',
  'ubs.com',
  'kbstar.com',
  'shinhan.com',
]);

/** Whether a site is one where one types secrets, unless a rule of the reader says that it is on. */
export function isSecretive(url: string, sites: SiteRules): boolean {
  const address = URL.parse(url);
  if (address === null || decidingRule(url, sites)?.on === true) return false;
  const labels = address.hostname.replace(/\.$/, '').split('.');
  return labels.some((_, at) => HOSTS.has(labels.slice(at).join('.')));
}
