// long because: what the letters of three months are about, each once.
import type { UnitKey } from '../people/department.ts';
import type { IssuerKey } from './issuers.ts';

/**
 * What a letter is about and what the department makes of it. `{xa}`, `{thang}`, `{quy}`, `{nam}`, `{ngay}` are filled in
 * for each letter: a commune, the month and quarter before it, its year, a day two weeks after it.
 */
export type LetterTopic = {
  readonly from: IssuerKey;
  /** The type printed and its abbreviation in the symbol; a dispatch has none. */
  readonly type: readonly ['Công văn'] | readonly [name: string, abbreviation: string];
  readonly subject: string;
  readonly body: readonly string[];
  readonly lead: UnitKey;
  readonly with?: readonly UnitKey[];
  /** The leader's words when directing. */
  readonly direction: string;
  readonly days: number;
  /** The officer's report when it is done. */
  readonly result: string;
  readonly stamp?: 'KHẨN' | 'HỎA TỐC';
};

const CV = ['Công văn'] as const;
const KH = ['Kế hoạch', 'KH'] as const;
const TB = ['Thông báo', 'TB'] as const;
const GM = ['Giấy mời', 'GM'] as const;
const QD = ['Quyết định', 'QĐ'] as const;
const BC = ['Báo cáo', 'BC'] as const;
const TTR = ['Tờ trình', 'TTr'] as const;

export const LETTER_TOPICS: readonly LetterTopic[] = [
  {
    from: 'ubnd',
    type: CV,
    subject: 'tăng cường công tác phòng, chống dịch tả lợn châu Phi trên địa bàn {xa}',
    body: [
      'Theo báo cáo của cơ quan chuyên môn, từ đầu tháng {thang} đến nay tại {xa} đã phát sinh ổ dịch tả lợn châu Phi tại 04 hộ chăn nuôi, số lợn phải tiêu hủy là 63 con.',
      'Chủ tịch Ủy ban nhân dân tỉnh yêu cầu Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Ủy ban nhân dân xã khoanh vùng, tiêu độc khử trùng, kiểm soát vận chuyển và báo cáo kết quả trước ngày {ngay}.',
    ],
    lead: 'ttcn',
    with: ['mt', 'khtc'],
    direction:
      'Phòng TTCN chủ trì cử đoàn xuống ngay, báo cáo hằng ngày. Môi trường giám sát hố chôn. KHTC rà nguồn vắc-xin, hóa chất.',
    days: 5,
    result:
      'Đã tiêu hủy 63 con đúng quy trình, phun khử trùng 3 vòng, lập 2 chốt kiểm soát. 21 ngày không phát sinh ổ mới.',
    stamp: 'KHẨN',
  },
  {
    from: 'ubnd',
    type: KH,
    subject: 'triển khai công tác kiểm kê đất đai trên địa bàn tỉnh năm {nam}',
    body: [
      'Thực hiện quy định của pháp luật về đất đai, Ủy ban nhân dân tỉnh ban hành Kế hoạch kiểm kê đất đai năm {nam} với 05 nhóm nhiệm vụ và phân công cụ thể cho từng cơ quan, đơn vị.',
      'Sở Nông nghiệp và Môi trường là cơ quan thường trực, có trách nhiệm hướng dẫn cấp xã, kiểm tra, nghiệm thu và tổng hợp kết quả.',
    ],
    lead: 'dd',
    with: ['khtc'],
    direction: 'Phòng QLĐĐ tham mưu kế hoạch chi tiết của Sở, phân công theo cụm xã. KHTC bố trí kinh phí.',
    days: 10,
    result: 'Đã tham mưu Kế hoạch của Sở, phân 4 cụm, tập huấn cho 100% cán bộ địa chính cấp xã.',
  },
  {
    from: 'ubnd',
    type: CV,
    subject: 'xử lý phản ánh của cử tri {xa} về bãi tập kết rác gây ô nhiễm',
    body: [
      'Tại buổi tiếp xúc cử tri, cử tri {xa} phản ánh bãi tập kết rác gần khu dân cư bốc mùi, nước rỉ rác chảy ra mương thủy lợi.',
      'Giao Sở Nông nghiệp và Môi trường kiểm tra, làm rõ trách nhiệm, đề xuất biện pháp xử lý dứt điểm, trả lời cử tri và báo cáo Ủy ban nhân dân tỉnh trước ngày {ngay}.',
    ],
    lead: 'mt',
    with: ['tl'],
    direction:
      'Môi trường kiểm tra thực địa trong 2 ngày, lấy mẫu nước. Thủy lợi phối hợp đánh giá ảnh hưởng mương tưới.',
    days: 7,
    result:
      'Đã kiểm tra, lấy 3 mẫu nước; đơn vị thu gom đã dọn 42 tấn rác tồn và làm rãnh thu nước rỉ. Đã có văn bản trả lời cử tri.',
  },
  {
    from: 'vpubnd',
    type: TB,
    subject: 'kết luận của Phó Chủ tịch UBND tỉnh tại cuộc họp về tiến độ hồ chứa nước {xa}',
    body: [
      'Văn phòng Ủy ban nhân dân tỉnh thông báo kết luận của đồng chí Phó Chủ tịch Ủy ban nhân dân tỉnh tại cuộc họp ngày đầu tháng về tiến độ nâng cấp hồ chứa nước tại {xa}.',
      'Yêu cầu hoàn thành đắp thân đập trước mùa mưa, giải quyết dứt điểm vướng mắc mặt bằng của 11 hộ, báo cáo tiến độ định kỳ thứ Năm hằng tuần.',
    ],
    lead: 'tl',
    with: ['dd'],
    direction: 'Thủy lợi đôn đốc ban quản lý dự án, báo cáo tuần. QLĐĐ hỗ trợ xã giải phóng mặt bằng.',
    days: 8,
    result:
      'Đã làm việc với chủ đầu tư và xã; 9/11 hộ bàn giao mặt bằng, 2 hộ cam kết trong tháng. Đã lập biểu theo dõi tuần.',
  },
  {
    from: 'vpubnd',
    type: GM,
    subject: 'họp thông qua phương án cấp nước sinh hoạt nông thôn {xa}',
    body: [
      'Văn phòng Ủy ban nhân dân tỉnh trân trọng kính mời đại diện lãnh đạo Sở Nông nghiệp và Môi trường dự họp thông qua phương án cấp nước sinh hoạt nông thôn tại {xa}.',
      'Thời gian: 14 giờ 00 ngày {ngay}. Địa điểm: Phòng họp số 3, trụ sở Ủy ban nhân dân tỉnh. Đề nghị chuẩn bị ý kiến bằng văn bản.',
    ],
    lead: 'tl',
    direction: 'Đồng chí Trưởng phòng dự họp thay, chuẩn bị ý kiến 1 trang gửi tôi trước một ngày.',
    days: 5,
    result:
      'Đã dự họp và gửi ý kiến bằng văn bản; phương án nối mạng từ nhà máy hiện có được chọn, tiết kiệm khoảng 2,3 tỷ đồng.',
  },
  {
    from: 'vpubnd',
    type: CV,
    subject: 'cung cấp số liệu phục vụ báo cáo kinh tế - xã hội tháng {thang} năm {nam}',
    body: [
      'Để tổng hợp báo cáo tình hình kinh tế - xã hội tháng {thang}, Văn phòng Ủy ban nhân dân tỉnh đề nghị Quý Sở cung cấp số liệu theo biểu gửi kèm.',
      'Số liệu gửi trước ngày 20 hằng tháng, bản mềm gửi qua thư điện tử công vụ.',
    ],
    lead: 'khtc',
    with: ['ttcn'],
    direction: 'KHTC tổng hợp, đúng hạn ngày 20.',
    days: 4,
    result: 'Đã gửi đủ 6 biểu, đối chiếu khớp với số liệu thống kê.',
  },
  {
    from: 'hdnd',
    type: CV,
    subject: 'chuẩn bị nội dung phục vụ giám sát chuyên đề về quản lý đất công tại {xa}',
    body: [
      'Thường trực Hội đồng nhân dân tỉnh tổ chức giám sát chuyên đề về quản lý, sử dụng đất công giai đoạn 2021 - {nam}.',
      'Đề nghị Sở báo cáo theo đề cương gửi kèm, cung cấp hồ sơ các thửa đất công đã cho thuê tại {xa} trước ngày {ngay}.',
    ],
    lead: 'dd',
    with: ['ttr', 'khtc'],
    direction:
      'QLĐĐ chủ trì xây dựng báo cáo, Thanh tra rà hồ sơ, KHTC số thu tiền thuê đất. Xin ý kiến tôi trước khi gửi.',
    days: 9,
    result: 'Đã hoàn thành báo cáo 18 trang và hồ sơ 27 thửa; kiến nghị thu hồi 2 thửa sử dụng sai mục đích.',
  },
  {
    from: 'snv',
    type: CV,
    subject: 'báo cáo kết quả rà soát thủ tục hành chính quý {quy} năm {nam}',
    body: [
      'Thực hiện kế hoạch cải cách hành chính năm {nam}, Sở Nội vụ đề nghị các sở, ban, ngành báo cáo kết quả rà soát, đơn giản hóa thủ tục hành chính quý {quy}.',
      'Báo cáo gửi về Sở Nội vụ trước ngày {ngay}, kèm biểu số liệu và phương án cắt giảm thời gian giải quyết.',
    ],
    lead: 'vp',
    with: ['dd', 'mt'],
    direction: 'Văn phòng làm đầu mối, các phòng gửi phần của mình trước hạn hai ngày.',
    days: 6,
    result: 'Đã rà soát 87 thủ tục, đề xuất cắt giảm thời gian 9 thủ tục, trung bình 28%.',
  },
  {
    from: 'snv',
    type: CV,
    subject: 'cử cán bộ tham gia lớp bồi dưỡng ngạch chuyên viên chính năm {nam}',
    body: [
      'Sở Nội vụ phối hợp tổ chức lớp bồi dưỡng ngạch chuyên viên chính, thời gian 06 tuần, học tập trung vào thứ Sáu và thứ Bảy.',
      'Đề nghị Quý Sở lập danh sách cử công chức đủ điều kiện, gửi trước ngày {ngay}.',
    ],
    lead: 'vp',
    direction: 'Văn phòng lập danh sách, ưu tiên người trong quy hoạch.',
    days: 5,
    result: 'Đã cử 4 đồng chí theo đúng đối tượng, gửi danh sách và cam kết học tập.',
  },
  {
    from: 'snv',
    type: CV,
    subject: 'góp ý dự thảo quy định phân cấp quản lý cán bộ, công chức',
    body: [
      'Sở Nội vụ đã dự thảo quy định phân cấp quản lý tổ chức bộ máy và cán bộ, công chức, viên chức gồm 4 chương, 21 điều.',
      'Đề nghị Quý Sở nghiên cứu, tham gia ý kiến bằng văn bản trước ngày {ngay}; quá thời hạn coi như nhất trí.',
    ],
    lead: 'vp',
    with: ['ttr'],
    direction: 'Văn phòng góp ý, chú ý Điều 9 về thẩm quyền bổ nhiệm cấp phòng.',
    days: 6,
    result: 'Đã góp ý 5 nội dung tại các Điều 4, 9, 12 và 17.',
  },
  {
    from: 'stc',
    type: CV,
    subject: 'đôn đốc giải ngân vốn đầu tư công quý {quy} năm {nam}',
    body: [
      'Đến hết tháng {thang}, tỷ lệ giải ngân vốn đầu tư công của Quý Sở đạt thấp hơn bình quân chung toàn tỉnh.',
      'Sở Tài chính đề nghị Quý Sở làm rõ nguyên nhân từng dự án, cam kết tiến độ và báo cáo trước ngày {ngay}.',
    ],
    lead: 'khtc',
    with: ['tl'],
    direction: 'KHTC làm việc với từng chủ đầu tư, dự án dưới 50% phải có giải trình riêng.',
    days: 5,
    result: 'Đã họp với 6 chủ đầu tư; 3 dự án điều chuyển 4,2 tỷ đồng sang dự án có khối lượng.',
  },
  {
    from: 'stc',
    type: CV,
    subject: 'hướng dẫn xây dựng dự toán ngân sách năm sau và kế hoạch tài chính 3 năm',
    body: [
      'Căn cứ hướng dẫn của cấp trên, Sở Tài chính hướng dẫn các cơ quan, đơn vị xây dựng dự toán ngân sách nhà nước năm sau.',
      'Hồ sơ dự toán gửi về Sở Tài chính trước ngày {ngay}; các khoản chi ngoài định mức phải có thuyết minh và căn cứ pháp lý.',
    ],
    lead: 'khtc',
    with: ['vp', 'dd', 'mt', 'tl'],
    direction: 'KHTC chủ trì, lập tổ soạn dự toán. Các phòng gửi nhu cầu trong 5 ngày.',
    days: 12,
    result: 'Đã gửi hồ sơ dự toán đúng hạn, kèm 14 biểu và thuyết minh.',
  },
  {
    from: 'stc',
    type: CV,
    subject: 'thẩm định quyết toán công trình kè chống sạt lở {xa}',
    body: [
      'Sở Tài chính đã nhận hồ sơ quyết toán công trình kè chống sạt lở tại {xa}. Qua kiểm tra, hồ sơ còn thiếu biên bản nghiệm thu hạng mục rọ đá và nhật ký thi công tháng {thang}.',
      'Đề nghị Quý Sở chỉ đạo chủ đầu tư bổ sung trước ngày {ngay}.',
    ],
    lead: 'tl',
    with: ['khtc'],
    direction: 'Thủy lợi yêu cầu chủ đầu tư bổ sung ngay, KHTC kiểm tra trước khi gửi lại.',
    days: 6,
    result: 'Đã bổ sung biên bản nghiệm thu và nhật ký; Sở Tài chính đã tiếp nhận hồ sơ đầy đủ.',
  },
  {
    from: 'sxd',
    type: CV,
    subject: 'xin ý kiến về quy hoạch chi tiết khu dân cư {xa}',
    body: [
      'Sở Xây dựng đang thẩm định đồ án quy hoạch chi tiết khu dân cư tại {xa}, quy mô 12,6 ha, dân số dự kiến 1.450 người.',
      'Đề nghị Quý Sở có ý kiến về hiện trạng sử dụng đất, đất trồng lúa chuyển mục đích và hạ tầng thoát nước trước ngày {ngay}.',
    ],
    lead: 'dd',
    with: ['mt', 'tl'],
    direction: 'QLĐĐ chủ trì, lưu ý diện tích đất lúa. Môi trường có ý kiến về nước thải.',
    days: 7,
    result: 'Đã có ý kiến: 3,1 ha đất lúa phải trình HĐND tỉnh; đề nghị bổ sung trạm xử lý nước thải 300 m³/ngày đêm.',
  },
  {
    from: 'skhcn',
    type: CV,
    subject: 'tích hợp cơ sở dữ liệu chuyên ngành về kho dữ liệu dùng chung của tỉnh',
    body: [
      'Thực hiện kế hoạch chuyển đổi số năm {nam}, Sở Khoa học và Công nghệ đề nghị Quý Sở tích hợp cơ sở dữ liệu đất đai, môi trường và trồng trọt về kho dữ liệu dùng chung.',
      'Đề nghị cử đầu mối kỹ thuật và thống nhất danh mục dữ liệu trước ngày {ngay}.',
    ],
    lead: 'vp',
    with: ['dd', 'mt'],
    direction: 'Văn phòng (đồng chí Quân) làm đầu mối kỹ thuật, QLĐĐ và Môi trường rà danh mục.',
    days: 10,
    result: 'Đã thống nhất 12 bộ dữ liệu, kết nối thử thành công 5 bộ.',
  },
  {
    from: 'skhcn',
    type: TB,
    subject: 'lịch bảo trì hệ thống thư điện tử công vụ của tỉnh',
    body: [
      'Sở Khoa học và Công nghệ thông báo lịch bảo trì hệ thống thư điện tử công vụ từ 20 giờ 00 đến 23 giờ 00 ngày {ngay}.',
      'Trong thời gian trên hệ thống có thể gián đoạn. Đề nghị các cơ quan chủ động gửi, nhận văn bản khẩn trước thời điểm bảo trì.',
    ],
    lead: 'vp',
    direction: 'Văn phòng thông báo toàn Sở.',
    days: 2,
    result: 'Đã thông báo đến toàn thể công chức, phân công trực tiếp nhận văn bản giấy.',
  },
  {
    from: 'sct',
    type: CV,
    subject: 'phối hợp tổ chức tuần lễ giới thiệu nông sản OCOP tại {xa}',
    body: [
      'Sở Công Thương dự kiến tổ chức tuần lễ giới thiệu nông sản và sản phẩm OCOP tại {xa}, quy mô 45 gian hàng.',
      'Đề nghị Quý Sở lựa chọn chủ thể, kiểm soát an toàn thực phẩm và gửi danh sách trước ngày {ngay}.',
    ],
    lead: 'ttcn',
    direction: 'TTCN chọn sản phẩm từ 3 sao trở lên, ưu tiên hợp tác xã.',
    days: 7,
    result: 'Đã chọn 28 chủ thể, 61 sản phẩm; 100% có giấy xác nhận an toàn thực phẩm còn hạn.',
  },
  {
    from: 'ttinh',
    type: QD,
    subject: 'thanh tra việc chấp hành pháp luật về khoáng sản làm vật liệu xây dựng',
    body: [
      'Thành lập Đoàn thanh tra việc chấp hành pháp luật trong quản lý, khai thác khoáng sản làm vật liệu xây dựng thông thường giai đoạn 2023 - {nam}.',
      'Thời hạn thanh tra 45 ngày. Sở Nông nghiệp và Môi trường có trách nhiệm chuẩn bị báo cáo theo đề cương và cung cấp hồ sơ.',
    ],
    lead: 'ttr',
    with: ['mt', 'dd'],
    direction: 'Thanh tra Sở làm đầu mối, Môi trường và QLĐĐ chuẩn bị hồ sơ giấy phép. Họp chuẩn bị với tôi.',
    days: 8,
    result: 'Đã cung cấp hồ sơ 16 mỏ, báo cáo theo đề cương, bố trí phòng làm việc cho Đoàn.',
  },
  {
    from: 'ttinh',
    type: CV,
    subject: 'chuyển đơn của công dân {xa} về tranh chấp ranh giới thửa đất',
    body: [
      'Thanh tra tỉnh nhận được đơn của công dân cư trú tại {xa} kiến nghị về việc cấp giấy chứng nhận chồng lấn ranh giới thửa đất.',
      'Xét nội dung thuộc thẩm quyền, Thanh tra tỉnh chuyển đơn để Quý Sở xem xét, giải quyết theo quy định và thông báo kết quả trước ngày {ngay}.',
    ],
    lead: 'ttr',
    with: ['dd'],
    direction: 'Thanh tra xác minh, QLĐĐ đo đạc đối chiếu bản đồ. Trả lời công dân đúng hạn.',
    days: 10,
    result: 'Đã xác minh, tổ chức đối thoại; hai bên thống nhất theo mốc đo lại, lệch 0,8 m, chỉnh lý giấy chứng nhận.',
  },
  {
    from: 'pctt',
    type: ['Công điện', 'CĐ'],
    subject: 'chủ động ứng phó với mưa lớn và nguy cơ lũ quét, sạt lở đất',
    body: [
      'Theo bản tin dự báo, từ đêm nay trên địa bàn tỉnh có mưa to đến rất to, lượng mưa phổ biến 100 - 200 mm, có nơi trên 250 mm.',
      'Yêu cầu Sở Nông nghiệp và Môi trường trực ban 24/24 giờ, kiểm tra an toàn hồ đập, rà soát 18 điểm có nguy cơ sạt lở, báo cáo nhanh trước 16 giờ hằng ngày.',
    ],
    lead: 'tl',
    with: ['vp', 'ttcn'],
    direction: 'Hỏa tốc. Thủy lợi trực 24/24, kiểm tra ngay các hồ xung yếu. Văn phòng bố trí xe, hậu cần.',
    days: 1,
    result: 'Đã trực ban 3 ca, kiểm tra 12 hồ, di dời 7 hộ tại 2 điểm sạt lở. Không có thiệt hại về người.',
    stamp: 'HỎA TỐC',
  },
  {
    from: 'pctt',
    type: CV,
    subject: 'rà soát phương án ứng phó thiên tai theo cấp độ rủi ro năm {nam}',
    body: [
      'Để chủ động ứng phó thiên tai, Ban Chỉ huy đề nghị rà soát, cập nhật phương án ứng phó theo từng cấp độ rủi ro, chú trọng phương châm "bốn tại chỗ".',
      'Phương án cập nhật gửi về Ban Chỉ huy trước ngày {ngay}.',
    ],
    lead: 'tl',
    with: ['vp'],
    direction: 'Thủy lợi cập nhật phương án, bổ sung danh sách lực lượng xung kích cấp xã.',
    days: 9,
    result: 'Đã cập nhật phương án cho 5 cấp độ, danh sách 640 người thuộc lực lượng xung kích.',
  },
  {
    from: 'hnd',
    type: CV,
    subject: 'phối hợp tập huấn kỹ thuật canh tác na rải vụ cho hội viên {xa}',
    body: [
      'Hội Nông dân tỉnh có kế hoạch tập huấn kỹ thuật canh tác na rải vụ cho 80 hội viên tại {xa}.',
      'Kính đề nghị Quý Sở cử giảng viên và hỗ trợ tài liệu; thời gian dự kiến trước ngày {ngay}.',
    ],
    lead: 'ttcn',
    direction: 'Đồng ý. TTCN cử giảng viên có kinh nghiệm, in tài liệu.',
    days: 6,
    result: 'Đã cử 2 giảng viên, tập huấn 1 ngày lý thuyết và 1 buổi tại vườn cho 83 hội viên.',
  },
  {
    from: 'thanhlinh',
    type: TTR,
    subject: 'đề nghị hỗ trợ kinh phí sửa chữa kênh mương bị sạt lở',
    body: [
      'Đợt mưa vừa qua làm sạt lở 240 m kênh tưới cấp II trên địa bàn xã, ảnh hưởng tưới tiêu 38 ha lúa.',
      'Ủy ban nhân dân xã Thanh Lĩnh kính đề nghị Sở xem xét hỗ trợ kinh phí 320 triệu đồng để khắc phục kịp thời vụ.',
    ],
    lead: 'tl',
    with: ['khtc'],
    direction: 'Thủy lợi kiểm tra hiện trường, xác định khối lượng. KHTC đề xuất nguồn dự phòng.',
    days: 6,
    result: 'Khối lượng thực tế 215 m; đề xuất hỗ trợ 270 triệu đồng từ nguồn khắc phục thiên tai.',
  },
  {
    from: 'banchang',
    type: BC,
    subject: 'tình hình sản xuất vụ mùa và nhu cầu giống cây trồng',
    body: [
      'Toàn xã đã gieo cấy 412 ha, đạt 98% kế hoạch; sâu cuốn lá xuất hiện tại 3 thôn, tỷ lệ nhiễm nhẹ.',
      'Xã đăng ký nhu cầu 6,5 tấn giống ngô và 1,2 tấn giống khoai tây vụ đông.',
    ],
    lead: 'ttcn',
    direction: 'TTCN tổng hợp nhu cầu giống, hướng dẫn xã phòng trừ sâu bệnh.',
    days: 5,
    result: 'Đã hướng dẫn phun phòng, cân đối được 6 tấn giống ngô, 1,2 tấn khoai tây.',
  },
  {
    from: 'dongmoc',
    type: CV,
    subject: 'đề nghị hướng dẫn xử lý diện tích đất công ích bị lấn chiếm',
    body: [
      'Qua rà soát, xã Đồng Mộc có 9 thửa đất công ích bị lấn chiếm trồng cây lâu năm từ trước năm 2014, diện tích 7.420 m².',
      'Ủy ban nhân dân xã đề nghị Sở hướng dẫn trình tự, thủ tục thu hồi và bồi thường tài sản trên đất (nếu có).',
    ],
    lead: 'dd',
    with: ['ttr'],
    direction: 'QLĐĐ trả lời bằng văn bản, có viện dẫn cụ thể.',
    days: 7,
    result: 'Đã có văn bản hướng dẫn 4 bước, kèm mẫu biên bản và quyết định.',
  },
  {
    from: 'yenkhe',
    type: CV,
    subject: 'đề nghị kiểm tra chất lượng nước suối sau sự cố cá chết',
    body: [
      'Sáng đầu tuần, người dân xã Yên Khê phát hiện cá chết rải rác trên đoạn suối dài khoảng 1,5 km phía hạ lưu cơ sở chế biến tinh bột.',
      'Ủy ban nhân dân xã đề nghị Sở lấy mẫu, xác định nguyên nhân và khuyến cáo người dân về việc dùng nước.',
    ],
    lead: 'mt',
    with: ['ttr'],
    direction: 'Khẩn. Môi trường đi ngay trong ngày, lấy mẫu tại cơ sở và hạ lưu. Thanh tra cùng đi.',
    days: 3,
    result:
      'Mẫu nước vượt chuẩn BOD5 3,4 lần tại cửa xả; đã lập biên bản cơ sở, yêu cầu dừng xả. Nước đã ổn định sau 5 ngày.',
    stamp: 'KHẨN',
  },
  {
    from: 'nalung',
    type: CV,
    subject: 'xin ý kiến về vị trí xây dựng điểm trung chuyển rác thải',
    body: [
      'Xã Nà Lủng dự kiến bố trí điểm trung chuyển rác thải sinh hoạt tại thôn 4, diện tích 800 m², cách khu dân cư gần nhất 320 m.',
      'Kính đề nghị Sở cho ý kiến về vị trí và yêu cầu kỹ thuật.',
    ],
    lead: 'mt',
    with: ['dd'],
    direction: 'Môi trường khảo sát vị trí, QLĐĐ kiểm tra quy hoạch sử dụng đất.',
    days: 7,
    result: 'Vị trí phù hợp; đề nghị bổ sung hàng rào cây xanh, rãnh thu gom và mái che 300 m².',
  },
  {
    from: 'vanthuy',
    type: TTR,
    subject: 'đề nghị công nhận vùng trồng rau an toàn tập trung',
    body: [
      'Hợp tác xã trên địa bàn xã Vân Thủy đã duy trì 14,5 ha rau theo quy trình an toàn trong 3 vụ liên tiếp.',
      'Ủy ban nhân dân xã kính đề nghị Sở thẩm định, công nhận vùng trồng và cấp mã số.',
    ],
    lead: 'ttcn',
    with: ['khtc'],
    direction: 'TTCN thẩm định thực địa, lấy mẫu đất, nước.',
    days: 10,
    result: 'Đã thẩm định, 6/6 mẫu đạt; trình cấp mã số vùng trồng cho 14,5 ha.',
  },
  {
    from: 'congty',
    type: CV,
    subject: 'đề nghị gia hạn giấy phép xả nước thải của mỏ đá Bình Lâm',
    body: [
      'Giấy phép xả nước thải của Công ty sẽ hết hiệu lực trong 90 ngày tới. Công ty đã hoàn thành cải tạo hồ lắng và kết nối trạm quan trắc tự động.',
      'Công ty kính đề nghị Quý Sở xem xét gia hạn theo quy định; hồ sơ gửi kèm.',
    ],
    lead: 'mt',
    direction: 'Môi trường thẩm định hồ sơ, kiểm tra số liệu quan trắc 6 tháng gần nhất.',
    days: 10,
    result: 'Đã kiểm tra thực tế, số liệu quan trắc đạt; trình gia hạn 5 năm kèm điều kiện.',
  },
  {
    from: 'congty',
    type: BC,
    subject: 'kết quả quan trắc môi trường định kỳ quý {quy} năm {nam}',
    body: [
      'Công ty báo cáo kết quả quan trắc môi trường không khí, nước thải và tiếng ồn quý {quy} tại khu vực khai thác.',
      'Các thông số đều nằm trong giới hạn cho phép, riêng bụi lơ lửng tại đường vận chuyển đạt 92% ngưỡng.',
    ],
    lead: 'mt',
    direction: 'Môi trường theo dõi, nhắc doanh nghiệp tưới đường.',
    days: 5,
    result: 'Đã lưu hồ sơ, có văn bản yêu cầu tưới đường 4 lần/ngày mùa khô.',
  },
  {
    from: 'ubnd',
    type: QD,
    subject: 'phê duyệt kế hoạch sử dụng đất năm {nam} của {xa}',
    body: [
      'Phê duyệt kế hoạch sử dụng đất năm {nam} của {xa} với 23 công trình, dự án, tổng diện tích 48,7 ha.',
      'Sở Nông nghiệp và Môi trường có trách nhiệm công bố công khai, hướng dẫn và kiểm tra việc thực hiện.',
    ],
    lead: 'dd',
    direction: 'QLĐĐ công bố công khai trên trang thông tin của Sở, hướng dẫn xã.',
    days: 5,
    result: 'Đã công bố công khai, gửi hồ sơ về xã và có văn bản hướng dẫn.',
  },
  {
    from: 'ubnd',
    type: CV,
    subject: 'đẩy nhanh tiến độ cấp giấy chứng nhận quyền sử dụng đất lần đầu tại {xa}',
    body: [
      'Đến nay {xa} còn 186 trường hợp đủ điều kiện nhưng chưa được cấp giấy chứng nhận lần đầu.',
      'Giao Sở Nông nghiệp và Môi trường hướng dẫn, tháo gỡ vướng mắc về nguồn gốc đất; phấn đấu hoàn thành 80% trước ngày {ngay}.',
    ],
    lead: 'dd',
    with: ['vp'],
    direction: 'QLĐĐ lập tổ công tác xuống xã mỗi tuần hai ngày.',
    days: 12,
    result: 'Đã cấp 151/186 trường hợp (81,2%), còn 35 trường hợp vướng ranh giới.',
  },
  {
    from: 'vpubnd',
    type: CV,
    subject: 'báo cáo kết quả thực hiện nhiệm vụ UBND tỉnh giao tháng {thang}',
    body: [
      'Theo dõi trên hệ thống, đến nay Quý Sở còn 03 nhiệm vụ chưa cập nhật kết quả, trong đó 01 nhiệm vụ sắp đến hạn.',
      'Đề nghị Quý Sở báo cáo kết quả, nêu rõ nguyên nhân chậm và thời gian hoàn thành trước ngày {ngay}.',
    ],
    lead: 'vp',
    with: ['khtc', 'dd'],
    direction: 'Văn phòng rà từng nhiệm vụ, yêu cầu các phòng giải trình.',
    days: 3,
    result: 'Đã cập nhật đủ 3 nhiệm vụ, 1 nhiệm vụ xin gia hạn 10 ngày có lý do.',
    stamp: 'KHẨN',
  },
  {
    from: 'snv',
    type: GM,
    subject: 'dự hội nghị sơ kết công tác dân vận chính quyền',
    body: [
      'Sở Nội vụ trân trọng kính mời đại diện lãnh đạo Sở dự hội nghị sơ kết công tác dân vận chính quyền.',
      'Thời gian: 8 giờ 00 ngày {ngay}. Địa điểm: hội trường tầng 2, Trung tâm hội nghị tỉnh.',
    ],
    lead: 'vp',
    direction: 'Chánh Văn phòng dự, chuẩn bị tham luận 5 phút.',
    days: 5,
    result: 'Đã dự và tham luận về giải quyết hồ sơ đất đai không chờ.',
  },
  {
    from: 'sct',
    type: CV,
    subject: 'kiểm tra liên ngành về kinh doanh vật tư nông nghiệp',
    body: [
      'Sở Công Thương chủ trì đoàn kiểm tra liên ngành về kinh doanh phân bón, thuốc bảo vệ thực vật tại 15 cơ sở.',
      'Đề nghị Quý Sở cử 02 công chức tham gia, gửi danh sách trước ngày {ngay}.',
    ],
    lead: 'ttr',
    with: ['ttcn'],
    direction: 'Thanh tra cử 1, TTCN cử 1, báo cáo kết quả từng ngày.',
    days: 4,
    result: 'Đã kiểm tra 15 cơ sở, phát hiện 2 cơ sở bán hàng quá hạn, phạt 14 triệu đồng.',
  },
  {
    from: 'ubnd',
    type: KH,
    subject: 'trồng cây phân tán và phục hồi rừng đầu nguồn năm {nam}',
    body: [
      'Ủy ban nhân dân tỉnh ban hành Kế hoạch trồng 1,2 triệu cây phân tán và phục hồi 350 ha rừng đầu nguồn.',
      'Sở Nông nghiệp và Môi trường chủ trì chuẩn bị cây giống, hướng dẫn kỹ thuật và nghiệm thu.',
    ],
    lead: 'ttcn',
    with: ['khtc', 'tl'],
    direction: 'TTCN chủ trì kế hoạch cây giống, KHTC cân đối kinh phí.',
    days: 9,
    result: 'Đã hợp đồng 3 vườn ươm, 640 nghìn cây đạt tiêu chuẩn xuất vườn.',
  },
  {
    from: 'hdnd',
    type: TB,
    subject: 'kết quả phiên giải trình về cấp nước sạch nông thôn',
    body: [
      'Thường trực Hội đồng nhân dân tỉnh thông báo kết quả phiên giải trình về quản lý công trình cấp nước sạch nông thôn.',
      'Yêu cầu sửa chữa 17 công trình hoạt động kém hiệu quả, báo cáo lộ trình trước ngày {ngay}.',
    ],
    lead: 'tl',
    with: ['khtc'],
    direction: 'Thủy lợi lập lộ trình từng công trình, KHTC đề xuất vốn.',
    days: 8,
    result: 'Đã lập lộ trình 17 công trình: sửa ngay 6, năm sau 8, thanh lý 3.',
  },
  {
    from: 'ttinh',
    type: CV,
    subject: 'báo cáo công tác tiếp công dân, giải quyết khiếu nại quý {quy} năm {nam}',
    body: [
      'Đề nghị các sở, ngành báo cáo kết quả tiếp công dân, giải quyết khiếu nại, tố cáo quý {quy} theo biểu mẫu quy định.',
      'Báo cáo gửi trước ngày {ngay} để tổng hợp chung toàn tỉnh.',
    ],
    lead: 'ttr',
    direction: 'Thanh tra tổng hợp, đối chiếu với sổ tiếp dân.',
    days: 4,
    result: 'Đã gửi báo cáo: tiếp 42 lượt, nhận 29 đơn, giải quyết 27 đơn đúng hạn.',
  },
];
