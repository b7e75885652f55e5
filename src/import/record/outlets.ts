/** Agencies whose name stands in datelines and bylines; a byline of theirs names no author. */
const agencies =
  'CNN|AP|Associated Press|The Associated Press|Reuters|AFP|Agence France-Presse|TASS|ITAR-TASS|Xinhua(?: News Agency)?|BBC(?: News)?|UPI|dpa|DPA|Bloomberg(?: News)?|Interfax|RIA Novosti|RIA|Sputnik|Kyodo(?: News)?|Yonhap|Arab News|VOA|RFE/RL|PTI|ANI|IANS|NBC News|CBS News|ABC News|CNBC|Anadolu|EFE|ANSA|ТАСС|ИТАР-ТАСС|РИА Новости|Интерфакс|新华社|新華社|中新社|中新网|中央社|人民网|路透社|法新社|塔斯社|俄新社|彭博社|共同社|韩联社|韓聯社';

/** A pattern of the agencies, for use within others. */
export const agencyPattern = `(?:${agencies})`;

const agency = new RegExp(`^(?:${agencies})(?:\\s+(?:staff|writers?|reporters?|news))*$`, 'u');

/** What a publication's name ends in. */
const outletEnd =
  /(?:^|\s)(?:Times|Post|News|Gazette|Herald|Journal|Review|Tribune|Telegraph|Guardian|Daily|Agency|Magazine|Weekly|Today|Chronicle|Globe|Observer|Mirror|Standard|Independent|Diplomat|Affairs|Economist|Bulletin|Monitor|Dispatch|Radio|TV|Television|Website|Online|Press)$/u;

/** A byline's publisher, if the text names one. */
export function outletOf(text: string): string | undefined {
  const plain = text.trim().replace(/^special (?:to|for) /iu, '');
  const name = plain.replace(/\s+(?:staff|writers?|reporters?|website)(?:\s.*)?$/iu, '');
  if (agency.test(plain) || agency.test(name)) return name;
  const isNamed = /^The \p{Lu}/u.test(name) || outletEnd.test(name);
  return isNamed && name.split(' ').length <= 6 ? name : undefined;
}

/** Whether a name is one of an agency that writes under its own. */
export function isAgency(text: string): boolean {
  return agency.test(text.trim());
}
