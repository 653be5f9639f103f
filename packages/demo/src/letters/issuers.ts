/** An agency that writes to the department. All of them belong to the invented province. */
export type Issuer = {
  /** As the register calls it. */
  readonly name: string;
  /** As its letterhead prints it, with the agency above it. */
  readonly letterhead: string;
  readonly superior?: string;
  /** Its part of a symbol: "UBND" in 15/KH-UBND. */
  readonly symbol: string;
  /** The drafting unit's part of a dispatch's symbol: "NN" in 123/UBND-NN. */
  readonly drafting: string;
  readonly domain: string;
  readonly signer: { readonly title: string; readonly name: string };
};

const PROVINCE = 'UBND TỈNH LAM SƠN';

export const ISSUERS = {
  ubnd: {
    name: 'UBND tỉnh Lam Sơn',
    letterhead: 'ỦY BAN NHÂN DÂN TỈNH LAM SƠN',
    symbol: 'UBND',
    drafting: 'NNMT',
    domain: 'ubnd.lamson.example',
    signer: { title: 'KT. Chủ tịch, Phó Chủ tịch', name: 'Lương Trọng Nghĩa' },
  },
  vpubnd: {
    name: 'Văn phòng UBND tỉnh Lam Sơn',
    letterhead: 'VĂN PHÒNG',
    superior: PROVINCE,
    symbol: 'VPUB',
    drafting: 'KTTH',
    domain: 'vpubnd.lamson.example',
    signer: { title: 'Chánh Văn phòng', name: 'Trần Mạnh Hà' },
  },
  hdnd: {
    name: 'HĐND tỉnh Lam Sơn',
    letterhead: 'HỘI ĐỒNG NHÂN DÂN TỈNH LAM SƠN',
    symbol: 'HĐND',
    drafting: 'KTNS',
    domain: 'hdnd.lamson.example',
    signer: { title: 'TM. Thường trực HĐND, Phó Chủ tịch', name: 'Nguyễn Thị Lệ Hằng' },
  },
  snv: {
    name: 'Sở Nội vụ tỉnh Lam Sơn',
    letterhead: 'SỞ NỘI VỤ',
    superior: PROVINCE,
    symbol: 'SNV',
    drafting: 'CCHC',
    domain: 'snv.lamson.example',
    signer: { title: 'Giám đốc', name: 'Đinh Công Tráng' },
  },
  stc: {
    name: 'Sở Tài chính tỉnh Lam Sơn',
    letterhead: 'SỞ TÀI CHÍNH',
    superior: PROVINCE,
    symbol: 'STC',
    drafting: 'QLNS',
    domain: 'stc.lamson.example',
    signer: { title: 'KT. Giám đốc, Phó Giám đốc', name: 'Vũ Hoài Nam' },
  },
  sxd: {
    name: 'Sở Xây dựng tỉnh Lam Sơn',
    letterhead: 'SỞ XÂY DỰNG',
    superior: PROVINCE,
    symbol: 'SXD',
    drafting: 'QHKT',
    domain: 'sxd.lamson.example',
    signer: { title: 'KT. Giám đốc, Phó Giám đốc', name: 'Ngô Đức Thịnh' },
  },
  skhcn: {
    name: 'Sở Khoa học và Công nghệ tỉnh Lam Sơn',
    letterhead: 'SỞ KHOA HỌC VÀ CÔNG NGHỆ',
    superior: PROVINCE,
    symbol: 'SKHCN',
    drafting: 'CĐS',
    domain: 'skhcn.lamson.example',
    signer: { title: 'Giám đốc', name: 'Hồ Bích Liên' },
  },
  sct: {
    name: 'Sở Công Thương tỉnh Lam Sơn',
    letterhead: 'SỞ CÔNG THƯƠNG',
    superior: PROVINCE,
    symbol: 'SCT',
    drafting: 'QLTM',
    domain: 'sct.lamson.example',
    signer: { title: 'KT. Giám đốc, Phó Giám đốc', name: 'Mai Xuân Hòa' },
  },
  ttinh: {
    name: 'Thanh tra tỉnh Lam Sơn',
    letterhead: 'THANH TRA TỈNH LAM SƠN',
    superior: PROVINCE,
    symbol: 'TTT',
    drafting: 'NV2',
    domain: 'thanhtra.lamson.example',
    signer: { title: 'Phó Chánh Thanh tra', name: 'Bùi Quang Hiển' },
  },
  pctt: {
    name: 'Ban Chỉ huy Phòng thủ dân sự tỉnh Lam Sơn',
    letterhead: 'BAN CHỈ HUY PHÒNG THỦ DÂN SỰ TỈNH LAM SƠN',
    superior: PROVINCE,
    symbol: 'BCHPTDS',
    drafting: 'VP',
    domain: 'phongthudansu.lamson.example',
    signer: { title: 'KT. Trưởng ban, Phó Trưởng ban', name: 'Lương Trọng Nghĩa' },
  },
  hnd: {
    name: 'Hội Nông dân tỉnh Lam Sơn',
    letterhead: 'HỘI NÔNG DÂN TỈNH LAM SƠN',
    symbol: 'HNDT',
    drafting: 'KTXH',
    domain: 'hoinongdan.lamson.example',
    signer: { title: 'Chủ tịch', name: 'Hoàng Thị Sen' },
  },
  thanhlinh: commune('Thanh Lĩnh', 'thanhlinh', 'Nông Văn Phát'),
  banchang: commune('Bản Chang', 'banchang', 'Lý Văn Sìn'),
  dongmoc: commune('Đồng Mộc', 'dongmoc', 'Nguyễn Thế Vinh'),
  yenkhe: commune('Yên Khê', 'yenkhe', 'Trần Thị Hợi'),
  nalung: commune('Nà Lủng', 'nalung', 'Hoàng Văn Páo'),
  vanthuy: commune('Vân Thủy', 'vanthuy', 'Lành Thị Bưởi'),
  congty: {
    name: 'Công ty Cổ phần Khoáng sản Bình Lâm',
    letterhead: 'CÔNG TY CỔ PHẦN KHOÁNG SẢN BÌNH LÂM',
    symbol: 'BL',
    drafting: 'KT',
    domain: 'binhlam.example',
    signer: { title: 'Giám đốc', name: 'Đỗ Hữu Tiến' },
  },
} as const satisfies Record<string, Issuer>;
export type IssuerKey = keyof typeof ISSUERS;

function commune(name: string, domain: string, chairman: string): Issuer {
  return {
    name: `UBND xã ${name}`,
    letterhead: `ỦY BAN NHÂN DÂN XÃ ${name.toLocaleUpperCase('vi')}`,
    symbol: 'UBND',
    drafting: 'KT',
    domain: `${domain}.lamson.example`,
    signer: { title: 'Chủ tịch', name: chairman },
  };
}

/** Communes of the invented province. */
export const COMMUNES = [
  'Thanh Lĩnh',
  'Bản Chang',
  'Đồng Mộc',
  'Yên Khê',
  'Nà Lủng',
  'Vân Thủy',
  'Khánh Xuân',
  'Tân Hòa',
  'Hồng Lĩnh Thượng',
  'Cao Bình',
].map((name) => `xã ${name}`);
