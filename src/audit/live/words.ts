import type { Words } from "./readBanner.ts";

/** Words of other tools' buttons, beside those of our own forty languages. Lower case. */
const ACCEPT =
  "accept|accept all|accept all cookies|accept cookies|accept & close|allow all|allow all cookies|allow cookies|agree|i agree|i accept|agree and close|got it|ok|okay|yes|alles accepteren|alle cookies accepteren|accepteren|akkoord|ja, accepteren|alles toestaan|alle akzeptieren|alles akzeptieren|akzeptieren|alle cookies akzeptieren|zustimmen|alle zulassen|einverstanden|tout accepter|accepter tout|accepter|j'accepte|accepter et fermer|autoriser tous les cookies|aceptar todo|aceptar todas|aceptar|acepto|aceptar todas las cookies|accetta|accetta tutti|accetta tutto|accetto|aceitar|aceitar todos|aceitar tudo|concordo|zaakceptuj wszystkie|akceptuj wszystkie|akceptuję|acceptera alla|godkänn alla|accepter alle|tillad alle|godta alle|hyväksy kaikki|přijmout vše|souhlasím|prijať všetko|elfogadom|összes elfogadása|acceptă toate|accept toate|αποδοχή όλων|αποδοχή|приемам всички|прийняти всі|kabul et|tümünü kabul et|accept and continue|that's ok|that's fine";
const REJECT =
  "reject|reject all|reject all cookies|refuse|refuse all|decline|decline all|decline cookies|deny|deny all|only necessary|necessary only|use necessary cookies only|only essential|essential only|i decline|i disagree|disagree|no thanks|no, thanks|no|continue without accepting|alles weigeren|alle cookies weigeren|weigeren|alles afwijzen|alleen noodzakelijk|alleen noodzakelijke cookies|afwijzen|alle ablehnen|alles ablehnen|ablehnen|nur notwendige|nur notwendige cookies|nur erforderliche|nur essenzielle cookies|tout refuser|refuser tout|refuser|continuer sans accepter|rechazar todo|rechazar todas|rechazar|rechazar todas las cookies|solo necesarias|rifiuta|rifiuta tutti|rifiuta tutto|solo necessari|continua senza accettare|rejeitar|rejeitar todos|rejeitar tudo|recusar|odrzuć wszystkie|odrzuć|tylko niezbędne|avvisa alla|neka alla|afvis alle|avvis alle|hylkää kaikki|odmítnout vše|odmietnuť všetko|elutasítom|respinge toate|απόρριψη όλων|απόρριψη|отхвърлям всички|відхилити всі|reddet|tümünü reddet";
const SETTINGS =
  "cookie settings|cookie preferences|manage cookies|manage preferences|manage options|privacy settings|customise|customize|preferences|settings|let me choose|more options|cookie-instellingen|instellingen|voorkeuren|cookie-voorkeuren|cookie-einstellungen|einstellungen|individuelle einstellungen|paramètres|paramètres des cookies|personnaliser|gérer les cookies|configuración|configurar|configurar cookies|impostazioni|personalizza|preferenze|definições|configurações|ustawienia|inställningar|indstillinger|innstillinger|asetukset|nastavení|nastavenia|beállítások|setări|ρυθμίσεις|настройки|налаштування|ayarlar|do not sell or share my personal information|your privacy choices";

/**
 * Words of the buttons that ask for a choice.
 * @param ours Texts of our languages: of accept, reject and settings.
 */
export function bannerWords(ours: Words): Words {
  const join = (theirs: string, mine: readonly string[]): string[] => [
    ...new Set([...theirs.split("|"), ...mine.map((word) => word.toLowerCase())]),
  ];
  return {
    accept: join(ACCEPT, ours.accept),
    reject: join(REJECT, ours.reject),
    settings: join(SETTINGS, ours.settings),
  };
}
