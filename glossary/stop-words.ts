/** The commonest small words of the larger languages in Latin script, by primary language tag. */
const COMMON: Readonly<Record<string, string>> = {
  en: 'the of and to in is that for on with was as at by it from are be this have has an his her its not were which or but they their who will would been had about said more than into when what there can after also we you he she if out up no all new',
  de: 'der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei ich du wir ihr mein kein keine wenn',
  fr: 'le la les de des du et à un une en dans est que qui pour pas sur au avec ce il elle par plus ne se son sa ses aux mais ou ont été cette nous vous leur être fait comme tout sont était y je tu on c’est d’un où même si ces très',
  es: 'el la los las de del y en que un una es por con no para se al lo su como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante ha fue son está era ser mi yo tu',
  it: 'il lo la i gli le di del della dei delle e in un una che è per non con si da al alla sono come più ma ha anche nel nella o se dal su questo questa ci mia mio tua sua suo cosa perché molto tutti essere stato hanno era ed sul io tu noi voi bella casa dalla',
  pt: 'o a os as de do da dos das e em no na um uma que é para com não por se mais ao como mas foi ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus são você minha meu',
  nl: 'de het een en van in is dat op te zijn met voor niet aan er om hij ook als dan maar bij nog uit naar heeft wordt die dit over door was ze zij ik je wij worden kan geen tot of meer onder wat deze tegen na veel moet mijn',
  sv: 'och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när år under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra mycket än här',
  da: 'og i at det er en til på som af for de med den har ikke der et han var om men jeg sig fra vi så kan hun blev efter også ud nu over eller når ved mod skal vil år kun deres være hvor andre meget end',
  no: 'og i det er på som en til av for med at den har ikke de om et han men var jeg seg fra vi så kan hun ble etter også ut nå over eller når ved mot skal vil år bare være hvor andre mye enn fikk noen',
  fi: 'ja on ei se että oli hän mutta ovat kun niin myös joka kuin tai sen sitä ole mitä vain jos nyt ollut mukaan hänen jo vielä kanssa ne mukaan noin sekä olla voi tämä minä',
  pl: 'i w na z się że nie do to jest o jak za po od ale tym dla który są przez co było przy tak jego już może być oraz ich która tylko także roku czy ze tego jako ma jej',
  cs: 'a v se na je že to s z do o i k ve pro za by po jsou jako ale od při nebo jeho které který byl jsem jen podle tak už aby není také však roku až co si ze',
  ro: 'și în de la a cu pe care din nu o că un este pentru sa au mai ca se fi fost prin dar sunt sau dintre după cum ce lui ale al foarte când dacă',
  hu: 'a az és hogy nem is egy van ez de meg csak el már még volt ha mint azt vagy ki be kell lehet után minden ezt lesz fel majd pedig szerint ami akkor',
  tr: 've bir bu da de için ile çok olarak daha gibi olan kadar sonra ne var ama olduğu en ise ya her değil göre oldu dedi tarafından iki mi ben sen o biz şu',
  id: 'yang dan di dari untuk dengan pada ini itu tidak dalam akan adalah oleh ke juga telah sebagai karena ada mereka tersebut bisa saat kata lebih sudah atau kami kita dia saya anda',
  vi: 'và của là có được cho trong một những các với không này người đã để khi đến từ trên về như tại cũng ra sẽ năm vào hơn lại',
};

let languages: ReadonlyMap<string, readonly string[]> | undefined;

/** The languages that use a small word, in lower case. Made ready when first asked for: most pages tell their language. */
export function languagesOf(word: string): readonly string[] {
  languages ??= invert(COMMON);
  return languages.get(word) ?? [];
}

function invert(tables: Readonly<Record<string, string>>): Map<string, string[]> {
  const languages = new Map<string, string[]>();
  for (const [language, words] of Object.entries(tables)) {
    for (const word of new Set(words.split(' '))) {
      languages.set(word, [...(languages.get(word) ?? []), language]);
    }
  }
  return languages;
}
