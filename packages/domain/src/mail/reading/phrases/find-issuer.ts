import { fold } from '@congso/language/fold';

/** An agency the office knows: how it is called, what else it is called, the domains its mail comes from. */
export interface KnownIssuer {
  name: string;
  domains: readonly string[];
  aliases: readonly string[];
}

/** Words an agency's name begins with; a heading line that begins with none of them goes on with the line above. */
const AGENCY =
  /^(?:UBND|ỦY BAN|UỶ BAN|HĐND|HỘI ĐỒNG|SỞ|BỘ|PHÒNG|BAN (?!NHÂN DÂN)|CHI CỤC|CỤC|TỔNG CỤC|VĂN PHÒNG|TRUNG TÂM|THANH TRA|CÔNG AN|TÒA ÁN|TOÀ ÁN|VIỆN|TRƯỜNG|BẢO HIỂM|ĐẢNG ỦY|TỈNH ỦY|TỈNH UỶ|THÀNH ỦY|THÀNH UỶ|ĐẢNG BỘ|CHI BỘ|CHÍNH PHỦ|THỦ TƯỚNG|QUỐC HỘI|KHO BẠC|NGÂN HÀNG|CÔNG TY|TẬP ĐOÀN|LIÊN ĐOÀN|HỘI|ĐOÀN|MẶT TRẬN|THUẾ|HẢI QUAN|CHI NHÁNH|BỆNH VIỆN|ĐẠI HỌC|HỌC VIỆN|BƯU ĐIỆN|BAN)(?:\s|$)/u;

/** The agencies named in a letter's heading, the superior first, the issuing one last. Broken lines are joined. */
export function agenciesOfHeading(lines: readonly string[]): string[] {
  const agencies: string[] = [];
  for (const line of lines) {
    const text = line.replace(/\s+/gu, ' ').replace(/^[\s*_.-]+|[\s*_.:-]+$/gu, '');
    if (!/\p{L}/u.test(text)) continue;
    const last = agencies.length - 1;
    if (last >= 0 && !AGENCY.test(text.toUpperCase())) agencies[last] += ` ${text}`;
    else agencies.push(text);
  }
  return agencies;
}

/** The known agency of a name or alias, whatever the capitals, tones and abbreviation of "ủy ban nhân dân". */
export function findIssuerByName(name: string, known: readonly KnownIssuer[]): KnownIssuer | null {
  return namesOf(known).get(comparable(name)) ?? null;
}

/** Thousands of names, and one letter asks for several: they are folded once for each list. */
const namesOfLists = new WeakMap<readonly KnownIssuer[], ReadonlyMap<string, KnownIssuer>>();

function namesOf(known: readonly KnownIssuer[]): ReadonlyMap<string, KnownIssuer> {
  const folded = namesOfLists.get(known);
  if (folded) return folded;
  const names = new Map<string, KnownIssuer>();
  for (const issuer of known) {
    for (const called of [issuer.name, ...issuer.aliases]) {
      const key = comparable(called);
      if (!names.has(key)) names.set(key, issuer);
    }
  }
  namesOfLists.set(known, names);
  return names;
}

/** The known agency whose domain the address is of (or a domain below it), the longest domain first. */
export function findIssuerByAddress(address: string, known: readonly KnownIssuer[]): KnownIssuer | null {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  let best: { issuer: KnownIssuer; length: number } | null = null;
  for (const issuer of known) {
    for (const owned of issuer.domains) {
      const isOf = domain === owned.toLowerCase() || domain.endsWith(`.${owned.toLowerCase()}`);
      if (isOf && owned.length > (best?.length ?? 0)) best = { issuer, length: owned.length };
    }
  }
  return best?.issuer ?? null;
}

/** A role, not an agency: "Cục trưởng", "Đoàn viên", "Bộ phận một cửa". */
const ROLE = /^(?:\p{L}+\s){1,2}(?:trưởng|phó|viên)(?!\p{L})|^(?:bộ phận|ban giám đốc|ban biên tập)(?!\p{L})/iu;
/** Of the words agencies begin with, those that are family names too, and what makes an agency of them. */
const FAMILY_NAME = /^(?:đoàn|hội|thuế|viện|ban|bộ)\s/iu;
const OF_AGENCY =
  /^(?:đoàn (?:tncs|thanh niên|đại biểu|đbqh|luật sư|thanh tra|kiểm tra|công tác|khối|phường|xã|huyện|tỉnh|trường)|hội (?:đồng|nông|cựu|liên|chữ|người|phụ|sinh|doanh|luật|nhà|làm|khuyến|bảo|đông|y|khoa)|thuế (?:tỉnh|thành|cơ|huyện|khu|quận)|viện (?:kiểm|khoa|nghiên|hàn|quy|y|vệ|dinh|kiến|kinh)|ban (?!văn|thị)\p{L}|bộ (?!văn|thị)\p{L})/iu;

/**
 * The agency in a sender's display name: "Văn thư Sở Nội vụ" is of Sở Nội vụ. Null where it names a person ("Đoàn Thị Lan")
 * or a role ("Chánh Văn phòng", "Cục trưởng Cục Thuế") and so no agency by itself.
 */
export function agencyOfDisplayName(name: string): string | null {
  const bare = name.replace(/^(?:bộ phận )?(?:văn thư|vt|hành chính|một cửa)\s?[-–:]?\s?/iu, '').trim();
  if (!AGENCY.test(bare.toUpperCase()) || ROLE.test(bare)) return null;
  // One word names no agency ("Văn phòng", "Phòng Tổ chức" may be anybody's), nor does a person of such a family name.
  if (bare.split(/\s+/u).length < 2 || /^(?:văn phòng|trung tâm|phòng ban)$/iu.test(bare)) return null;
  return FAMILY_NAME.test(bare) && !OF_AGENCY.test(bare) ? null : bare;
}

function comparable(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .replace(/\buy ban nhan dan\b/g, 'ubnd')
    .replace(/\bhoi dong nhan dan\b/g, 'hdnd')
    .trim();
}
