// long because: the notices of three months, each once.
import type { UnitKey } from '../people/department.ts';

/** A notice: who tells whom, how long ago in days, and whether they must answer within so many working days. */
export type NoticeText = {
  readonly by: string;
  readonly to: 'everyone' | readonly UnitKey[];
  readonly daysAgo: number;
  readonly title: string;
  readonly body: string;
  readonly answerInDays: number | null;
  readonly file?: string;
};

export const NOTICES: readonly NoticeText[] = [
  {
    by: 'chanhvanphong',
    to: ['vp'],
    daysAgo: 2,
    title: 'Phân công lễ tân, hậu cần tiếp đoàn công tác',
    body: 'Đoàn công tác gồm 9 người làm việc tại Sở trong hai ngày. Văn phòng phân công:\n- Đồng chí Tú: đón đoàn tại cổng, phòng họp tầng 4.\n- Đồng chí Mai: tài liệu, nước uống, hoa.\n- Đồng chí Đức: xe đưa đón.\nĐề nghị xác nhận để tôi yên tâm.',
    answerInDays: 3,
  },
  {
    by: 'giamdoc',
    to: 'everyone',
    daysAgo: 5,
    title: 'Quán triệt kỷ luật, kỷ cương hành chính',
    body: 'Giám đốc Sở yêu cầu toàn thể công chức, viên chức:\n1. Chấp hành nghiêm giờ làm việc; vắng mặt phải báo cáo.\n2. Văn bản khẩn xử lý trong ngày; văn bản có thời hạn không để quá hạn.\n3. Không uống rượu, bia trong giờ làm việc và buổi trưa ngày làm việc.\n4. Mọi phản ánh của công dân phải có phản hồi trong 3 ngày làm việc.\nĐề nghị từng đồng chí đọc và xác nhận.',
    answerInDays: 5,
  },
  {
    by: 'chanhthanhtra',
    to: ['ttr'],
    daysAgo: 9,
    title: 'Lịch tiếp công dân của Thanh tra trong tháng',
    body: 'Thanh tra Sở trực tiếp công dân các ngày thứ Ba và thứ Năm. Người trực chuẩn bị sổ, mẫu đơn và danh mục thủ tục. Ai bận phải báo trước một ngày để đổi ca.',
    answerInDays: 3,
  },
  {
    by: 'truongphong.dd',
    to: ['dd'],
    daysAgo: 1,
    title: 'Phân công rà soát hồ sơ đất đai tồn đọng',
    body: 'Mỗi đồng chí rà toàn bộ hồ sơ đang giữ, chia ba nhóm: đủ điều kiện, thiếu giấy tờ, vướng tranh chấp. Nhóm đủ điều kiện giải quyết ngay. Báo cáo tôi trước hạn xác nhận.',
    answerInDays: 3,
  },
  {
    by: 'phogiamdoc2',
    to: ['tl', 'ttcn', 'vp'],
    daysAgo: 24,
    title: 'Tăng cường trực ban phòng, chống thiên tai',
    body: 'Từ nay đến hết mùa mưa, bộ phận trực ban làm việc 24/24. Phòng Thủy lợi và Phòng, chống thiên tai chủ trì; Văn phòng bảo đảm xe và hậu cần. Số trực: máy lẻ 105. Ghi đầy đủ nhật ký trực, bàn giao ca đúng giờ.',
    answerInDays: 2,
  },
  {
    by: 'phogiamdoc1',
    to: 'everyone',
    daysAgo: 33,
    title: 'Chuyển toàn bộ văn bản đến sang xử lý trên phần mềm',
    body: 'Kể từ ngày thông báo, mọi văn bản đến (điện tử và giấy) đều vào một sổ và xử lý trên phần mềm: lãnh đạo bút phê, phòng phân công, chuyên viên báo cáo ngay trên hệ thống. Không lập sổ tay riêng.\nTài khoản của từng người do đồng chí Quân cấp. Vướng mắc liên hệ máy lẻ 112.',
    answerInDays: 5,
    file: 'huong-dan-su-dung.pdf',
  },
  {
    by: 'truongphong.khtc',
    to: ['khtc'],
    daysAgo: 12,
    title: 'Hạn chốt số liệu dự toán và phân công tổng hợp',
    body: 'Số liệu dự toán chốt trong tuần này. Đồng chí Tuấn tổng hợp chi thường xuyên, đồng chí Long tổng hợp đầu tư, đồng chí Hoa đối chiếu số liệu kế toán. Mọi sửa đổi sau hạn phải báo tôi.',
    answerInDays: 2,
  },
  {
    by: 'truongphong.mt',
    to: ['mt'],
    daysAgo: 17,
    title: 'Quy trình tiếp nhận phản ánh về môi trường',
    body: 'Nhận phản ánh qua điện thoại phải ghi vào phiếu, chụp ảnh hiện trường trong 24 giờ, báo cáo trưởng phòng. Trường hợp cá chết, khói bụi bất thường: đi ngay trong ngày, có thêm một người của Thanh tra.',
    answerInDays: 3,
  },
  {
    by: 'phogiamdoc1',
    to: 'everyone',
    daysAgo: 45,
    title: 'Tập huấn ký số và an toàn thông tin',
    body: 'Sở tổ chức tập huấn tại hội trường tầng 4, hai buổi sáng. Nội dung: ký số trên điện thoại, nhận biết thư lừa đảo, bảo vệ mật khẩu. Mang theo thẻ chứng thư và điện thoại.',
    answerInDays: null,
  },
  {
    by: 'vanthu',
    to: 'everyone',
    daysAgo: 58,
    title: 'Lịch nghỉ lễ và phân công trực',
    body: 'Lịch nghỉ theo quy định chung; các phòng tắt thiết bị điện, khóa tủ hồ sơ trước khi về. Danh sách trực lãnh đạo, trực Văn phòng và lái xe gửi kèm. Chúc các đồng chí nghỉ lễ an toàn.',
    answerInDays: null,
    file: 'danh-sach-truc.csv',
  },
  {
    by: 'truongphong.ttcn',
    to: ['ttcn'],
    daysAgo: 20,
    title: 'Phân công địa bàn tiêm phòng đợt 2',
    body: 'Đồng chí Loan: cụm phía bắc; đồng chí Việt: cụm trung tâm; đồng chí Trung: cụm phía nam; đồng chí Ly tổng hợp số liệu hằng ngày trước 16 giờ; đồng chí Hạnh quản lý vắc-xin.',
    answerInDays: 2,
  },
  {
    by: 'truongphong.tl',
    to: ['tl'],
    daysAgo: 3,
    title: 'Lịch trực hồ chứa tuần này',
    body: 'Ca sáng 6h-14h: đồng chí Mạnh. Ca chiều 14h-22h: đồng chí Đạt. Ca đêm: đồng chí Vinh. Đọc mực nước lúc 7h, 13h, 19h và nhắn vào nhóm trực ban. Đề nghị xác nhận.',
    answerInDays: 4,
  },
];
