/** The requirements of acts in French: what is demanded, by which rule, and what would give the act effect. */
import type { RequirementId } from "../../events/index.ts";
import type { RequirementWords } from "./words.ts";

/** The convention on diplomatic relations, by articles. */
const vienna = (articles: string): string => `Convention de Vienne sur les relations diplomatiques, art. ${articles}`;

export const frenchRequirements: Readonly<Record<RequirementId, RequirementWords>> = {
  "entitled-actor": {
    sentence: "Cet acteur doit pouvoir accomplir un tel acte.",
    rule: "Catalogue des actes\u00a0: qui peut les accomplir",
    remedy: "Un acteur que le catalogue désigne pour cet acte l’accomplit, ou un autre acte décrit ce qui s’est passé.",
  },
  "mutual-consent": {
    sentence: "Les deux parties doivent l’accomplir ensemble.",
    rule: `${vienna("2")}\u00a0: par consentement mutuel`,
    remedy:
      "Les deux parties agissent ensemble\u00a0; une seule peut proposer des pourparlers ou dire qu’elle veut l’apaisement.",
  },
  "sending-state": {
    sentence: "Seul l’État accréditant dispose de son ambassadeur et de sa mission.",
    rule: vienna("2, 4, 14, 43 a)"),
    remedy:
      "L’État dont c’est la mission l’accomplit\u00a0; l’hôte peut déclarer le chef de mission persona non grata (art. 9).",
  },
  "receiving-state": {
    sentence:
      "Seul l’État accréditaire peut refuser, expulser ou limiter les diplomates de l’autre, ou consentir à leur venue.",
    rule: vienna("4, 9, 11"),
    remedy:
      "L’hôte de la mission l’accomplit\u00a0; l’État qui veut voir rentrer son ambassadeur le rappelle (art. 43 a)).",
  },
  "relations-established": {
    sentence: "Des relations diplomatiques doivent exister.",
    rule: vienna("2, 45"),
    remedy: "Les deux parties rétablissent d’abord ensemble leurs relations.",
  },
  "relations-severed": {
    sentence: "Les relations diplomatiques doivent avoir été rompues.",
    rule: vienna("2"),
    remedy:
      "Rien n’est nécessaire tant que les relations existent\u00a0; pour en relever le niveau, les ambassadeurs reviennent.",
  },
  "ambassador-in-post": {
    sentence: "L’ambassadeur rappelé doit être en poste, ou devoir le quitter.",
    rule: vienna("9, par. 1, et 43 a)"),
    remedy: "L’ambassadeur regagne d’abord son poste\u00a0; celui qui en est déjà absent n’a pas à être rappelé.",
  },
  "in-ordinary-post": {
    sentence: "L’ambassadeur dont le mandat s’achève doit être en poste.",
    rule: vienna("19, 43 a)"),
    remedy:
      "Rien n’est nécessaire\u00a0: le poste est vacant, ou son chef a été rappelé, expulsé ou empêché de revenir.",
  },
  "ambassador-away": {
    sentence: "L’ambassadeur qui revient doit être absent d’une mission ouverte.",
    rule: "Usage\u00a0: un ambassadeur ne revient qu’après être parti",
    remedy: "Une mission fermée rouvre d’abord\u00a0; un ambassadeur en poste n’a pas à revenir.",
  },
  "mission-open": {
    sentence: "La mission doit être ouverte.",
    rule: vienna("45"),
    remedy: "La mission rouvre d’abord, avec le consentement de l’hôte.",
  },
  "staff-abroad": {
    sentence:
      "Il doit y avoir du personnel à retirer\u00a0: la mission est ouverte, ou les relations sont rompues et il rentre.",
    rule: vienna("43 a), 44, 45"),
    remedy: "La mission rouvre d’abord, avec le consentement de l’hôte.",
  },
  "mission-above-charge": {
    sentence:
      "La mission doit être dirigée par un ambassadeur, ou avoir perdu le sien par un rappel, un refus de retour ou une expulsion.",
    rule: vienna("14, 15"),
    remedy:
      "L’ambassadeur revient d’abord\u00a0; une mission sans ambassadeur ne peut plus être abaissée, seulement fermée.",
  },
  "accredited-or-expected": {
    sentence: "La personne déclarée persona non grata doit être accréditée ou sur le point de revenir.",
    rule: vienna("9"),
    remedy:
      "L’autre État envoie d’abord un chef de mission\u00a0; celui qui est déjà expulsé ne peut l’être de nouveau.",
  },
  "free-to-bar": {
    sentence: "L’ambassadeur à qui le retour est refusé doit être en poste ou libre de revenir.",
    rule: vienna("9"),
    remedy: "Rien n’est nécessaire\u00a0: en l’état, l’ambassadeur ne peut pas revenir.",
  },
  "host-consents": {
    sentence: "Un ambassadeur expulsé ou à qui le retour est refusé ne revient que si l’hôte y consent.",
    rule: vienna("4, 9"),
    remedy: "Les deux parties s’entendent sur des termes, ou l’hôte donne son agrément.",
  },
  "mission-closed": {
    sentence: "La mission doit être fermée.",
    rule: vienna("2, 45"),
    remedy: "Rien n’est nécessaire\u00a0: la mission est ouverte\u00a0; un ambassadeur vient par son retour.",
  },
  "reopening-agreed": {
    sentence: "Une mission fermée rouvre par consentement mutuel.",
    rule: vienna("2"),
    remedy: "Les deux parties la rouvrent par un acte commun, ou s’entendent sur des termes qui la font rouvrir.",
  },
  "crisis-open": {
    sentence: "Il doit y avoir une crise qui puisse s’éteindre.",
    rule: "Convention du diagramme\u00a0: seul ce qui est ouvert prend fin",
    remedy:
      "Rien n’est nécessaire quand les relations sont normales\u00a0; ce qui est en vigueur est levé d’abord, et une guerre prend fin par une trêve ou la paix.",
  },
  "no-terms-pending": {
    sentence: "Rien de ce qui a été convenu ne doit rester à exécuter.",
    rule: "Convention du diagramme\u00a0: des termes en suspens laissent la crise ouverte",
    remedy: "Les engagements sont tenus ou suspendus, ou leurs échéances passent.",
  },
};
