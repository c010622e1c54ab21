/** What some of the example's staff add in their own words, by party and municipality. Nothing about single persons. */
export const STAFF_COMMENTS: Readonly<Record<string, readonly string[]>> = {
  "ifo-amal/1492": [
    "Vi är så få att allt hänger på vem som är på jobbet.",
    "Det vore bra med en person som har mandat att kalla till möte.",
    "Vi känner varandra här. Det hjälper mer än rutinerna.",
  ],
  "ifo-vanersborg/1487": [
    "Vi utreder och utreder. Insatserna kommer när lusten att ta emot dem har gått över.",
    "SIP blir ett möte där alla säger vad de inte kan göra.",
    "Försörjningsstöd och barn och unga pratar knappt med varandra i samma korridor.",
    "Det finns för få platser i öppenvården för den som inte är helt drogfri.",
  ],
  "elevhalsa-amal/1492": ["När eleven fyller arton tar det slut för oss samma dag."],
  "elevhalsa-vanersborg/1487": [
    "Vi gör orosanmälan och hör sedan ingenting.",
    "Frånvaron ser vi i september. Mötet blir av i december.",
    "En gemensam lista över vem man ringer skulle räcka långt.",
  ],
  "kaa-vanersborg/1487": ["Hälften svarar inte när vi ringer från dolt nummer."],
  "arbetsformedlingen/1487": [
    "Vi har inget kontor i kommunen längre. Det märks på dem som inte klarar ett möte på skärm.",
  ],
  "bup/1487": [
    "Överlämningen till vuxenpsykiatrin borde börja ett år före arton.",
    "Kravet på drogfrihet före utredning låser oss alla.",
  ],
  "vuxenpsykiatrin/1487": ["Remisserna från BUP saknar ofta det sociala."],
  "primarvarden/1487": ["Rehabkoordinatorn hinner med dem som är sjukskrivna, inte dem som aldrig har arbetat."],
  "ungdomsmottagningen/1487": ["Unga kommer till oss för att det går snabbt. Sedan har vi ingen att lämna över till."],
};
