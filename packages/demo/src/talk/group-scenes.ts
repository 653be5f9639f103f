// long because: what the office's groups say in three months, each scene once.
import type { Script } from './scene.ts';

/** A group: who is in it, whoever manages it first, and what is said there. Letters in a scene are its members in order. */
export type GroupTalk = { readonly name: string; readonly members: readonly string[]; readonly script: Script };

export const GROUPS: readonly GroupTalk[] = [
  {
    name: 'Trực ban phòng, chống thiên tai',
    members: [
      'truongphong.tl',
      'phophong.tl',
      'thu.dt',
      'manh.tc',
      'dat.nt',
      'uyen.lp',
      'phogiamdoc2',
      'phochanhvanphong',
      'duc.tv',
      'truongphong.ttcn',
    ],
    script: `
A: Bản tin 7h: đêm nay mưa vừa, có nơi mưa to, lượng 60-100 mm. Đề nghị các ca trực bám sát mực nước.
C: Trạm {xa} 7h: 12,35 m, dưới báo động 1 còn 0,65 m.
D: Hồ số 2 còn 1,1 m đến ngưỡng tràn ạ.
G: Sẵn sàng phương án vận hành. Trên báo động 1 gọi điện cho tôi ngay, không chờ nhắn tin.
A: Rõ ạ.

E: Ca trực đêm qua không có gì bất thường, mực nước giảm 15 cm so với 19h. Em bàn giao sổ cho {f}.
F: Em nhận ca lúc 7h ạ, bộ đàm còn 80% pin.

B: Sạt nhẹ taluy dương đường vào {xa}, khoảng 30 m³, xe máy qua được. Xã đang dọn.
G: Có hộ dân nào ở dưới chân không?
B: Hai hộ, đã chuyển sang nhà văn hóa từ tối qua ạ.
G: Tốt. Chụp ảnh gửi lên đây, làm báo cáo nhanh trước 15h.
C[bao-cao-nhanh.pdf]: Báo cáo nhanh số 2, {g} xem giúp em.
G: Ký rồi, gửi Ban Chỉ huy tỉnh luôn.
C: Đã gửi lúc 14h20 ạ.

A: Lịch trực tuần này: đầu tuần {c}, {d}; giữa tuần {e}, {f}; cuối tuần {b}.
D: Em xin đổi tối {thu} với {e} ạ.
E: Ok đổi được.
A: Đã sửa lịch.

H: Áo mưa và đèn pin bổ sung để ở kho tầng 1, các ca trực ký nhận nhé.
I: Xe bán tải đổ đầy dầu rồi, lốp dự phòng đủ ạ.
A: Cảm ơn Văn phòng.

J: Sau mưa các xã báo 14,6 ha rau màu ngập, chủ yếu ở {xa}. Bên em đang thống kê giống hỗ trợ.
G: Gửi bảng theo từng xã, phân biệt mất trắng và giảm năng suất.
J[thong-ke-thiet-hai.csv]: Bảng theo xã ạ.
G: Được, đưa vào báo cáo ngày.
`,
  },
  {
    name: 'Lãnh đạo Sở - Trưởng các phòng',
    members: [
      'giamdoc',
      'phogiamdoc1',
      'phogiamdoc2',
      'phogiamdoc3',
      'chanhvanphong',
      'chanhthanhtra',
      'truongphong.khtc',
      'truongphong.dd',
      'truongphong.mt',
      'truongphong.ttcn',
      'truongphong.tl',
    ],
    script: `
E: Kính báo các đồng chí: giao ban tuần 8h thứ Hai tại phòng họp tầng 4. Văn phòng gửi tài liệu trước 17h thứ Sáu.
B: Bổ sung nội dung giải ngân vốn đầu tư công nhé {e-}.
E: Vâng, em đưa vào mục 3 ạ.
G: Em chuẩn bị báo cáo 10 phút ạ.
A: Các đồng chí báo cáo ngắn, tập trung việc khó.

A: Thường trực Tỉnh ủy yêu cầu báo cáo kết quả thực hiện nghị quyết trước {ngay}. Giao Phòng KHTC tổng hợp, các phòng gửi số liệu trước hai ngày.
G: Rõ ạ. Em đã tạo nhiệm vụ trên phần mềm cho từng phòng.
H: Phòng Đất đai nhận.
I: Phòng Môi trường nhận ạ.
J: Em nhận ạ.
K: Phòng Thủy lợi nhận.

D: Đoàn kiểm tra cải cách hành chính về Sở sáng {thu}. Đề nghị các phòng rà lại hồ sơ trễ hạn.
E: Đến sáng nay toàn Sở còn 4 hồ sơ trễ, đã có thư xin lỗi ạ.
F: Thanh tra hỗ trợ soát sổ theo dõi.
A: Không được để phát sinh thêm. {E-} báo tôi hằng ngày.

C: Tối nay áp thấp vào, {k} trực chỉ huy, các đồng chí giữ điện thoại.
K: Vâng, em trực tại cơ quan đến 22h ạ.
A: Tôi cũng ở cơ quan. Có gì báo ngay.

E: Kết quả tháng {thang}: tỷ lệ văn bản xử lý đúng hạn 96,2%, tăng 1,8 điểm.
A: Tốt, nhưng còn 3,8% là của ai? Tuần sau phân tích giúp tôi.
E: Vâng ạ, em đã lọc từ sổ, gửi các phòng rà lại.
I: Phòng em có 2 văn bản chờ ý kiến Bộ ạ.

B: Dự toán năm sau các phòng gửi chậm nhất {ngay}, quá hạn coi như không có nhu cầu.
H: Phòng em xin thêm kinh phí đo đạc {xa} ạ.
B: Có thuyết minh thì đưa vào, không có thì thôi.
H: Em gửi cả thuyết minh ạ.

A: Cảm ơn các phòng đã hoàn thành tốt đợt kiểm tra. Văn phòng chuẩn bị buổi gặp mặt ngắn chiều {thu}.
E: Dạ em bố trí 16h tại hội trường ạ 🌸
`,
  },
  {
    name: 'Văn thư - đầu mối các phòng',
    members: ['vanthu', 'vanthu2', 'chanhvanphong', 'linh.bk', 'nga.tt', 'chi.lq', 'ly.nk', 'nhung.mt', 'yen.nh'],
    script: `
A: Sáng nay có 7 văn bản đến, 1 hỏa tốc đã chuyển lãnh đạo. Các phòng nhớ xem mục Văn bản nhé.
D: Phòng KHTC nhận đủ rồi {a} ạ.
F: Phòng Môi trường nhận rồi ạ.

A: Nhắc chung: khi báo cáo kết quả thì đính kèm văn bản trả lời, đừng chỉ ghi "đã xử lý" nhé.
E: Vâng, em nhắc lại anh em phòng em ạ.
G: Em bổ sung cho 2 việc hôm qua rồi ạ.
C: Cảm ơn các em. Cuối tháng kiểm tra sẽ nhìn vào đó đấy.

B: Văn bản {so} gửi hai lần vào hai địa chỉ, phòng nào nhận được bản thứ hai thì bỏ qua, văn thư đã đăng ký một số rồi.
H: Bản thứ hai vào hộp thư phòng em, em đã báo {b} ạ.
B: Cảm ơn {h-}, phần mềm cũng báo trùng.

I: {A} ơi công văn của Thanh tra bên em đã có số chưa ạ?
A: Có rồi, số mới nhất trong sổ, em tra theo trích yếu là ra.
I: Em thấy rồi ạ, cảm ơn {a.}.

A: Từ hôm nay thư giấy cũng vào chung một sổ với thư điện tử, các phòng không ghi sổ tay nữa nhé.
D: Tuyệt, đỡ phải chép hai lần.
C: Đúng Nghị định 30 là một dãy số, mọi người lưu ý.

B: Sổ đến tháng {thang} em in xong, mời các phòng ký nhận cột 9 ạ.
F: Chiều em xuống ký.
E: Em xuống luôn đây ạ.
`,
  },
  {
    name: 'Công đoàn Sở',
    members: [
      'phochanhvanphong',
      'hien.pt',
      'loan.ht',
      'dung.lt',
      'khoa.td',
      'thao.dtp',
      'van.tth',
      'uyen.lp',
      'hung.cv',
      'mai.lt',
      'viet.dq',
      'quynh.pn',
    ],
    script: `
A: Công đoàn tổ chức giải cầu lông chào mừng ngày truyền thống, đăng ký với {c} trước {ngay} nhé.
E: Em đăng ký đôi nam nữ với {f} ạ 🏸
F: Ơ em chưa đồng ý mà 😂 thôi được.
C: Đã ghi tên hai bạn!

B: Quyên góp ủng hộ đồng bào vùng lũ: mỗi người một ngày lương, nộp tại em hoặc chuyển khoản trước {thu} ạ.
D: Em nộp cho cả tổ rồi ạ.
H: Phòng em đủ 8/8.
B: Đến trưa nay được 78% rồi, cảm ơn mọi người 🙏

A: Sinh nhật tháng {thang} có 6 đoàn viên, tổ chức chung 16h {thu} tại căng tin.
J: Em đặt bánh nhé, một cái kem dâu một cái sô-cô-la.
K: Đừng quên nến như tháng trước nha 😄

G: Danh sách khám sức khỏe định kỳ: tổ Thanh tra, Đất đai đi buổi sáng; còn lại buổi chiều. Nhịn ăn sáng nhé.
L: Em nhịn từ tối rồi, đói quá 😭
I: Xe chạy hai chuyến 7h00 và 7h30 ở cổng.

C: Công đoàn có chút quà tặng các chị em 🌷 Chiều nay mời mọi người, có hoa và bánh ở hội trường, 16h.
B: Ôi cảm ơn anh em ạ!
F: Các anh tự tay cắm hoa thật không đấy 😄
E: Thật 100%, méo thế kia cơ mà.

A: Giải bóng đá liên sở: đội mình gặp Sở Nội vụ {thu} 17h sân nhà thi đấu.
K: Em bắt gôn nhé.
E: Hậu vệ em đá, tiền đạo {i}.
I: Ok, chân còn hơi đau nhưng đá được.
A: Thắng 3-2 rồi cả nhà ơi ⚽🎉

H: Phiếu mua hàng bình ổn về rồi, mọi người lên phòng 201 lấy nhé.
D: Em lấy hộ tổ Đất đai ạ.
`,
  },
  {
    name: 'Tổ soạn dự toán năm sau',
    members: [
      'truongphong.khtc',
      'phophong.khtc',
      'tuan.na',
      'hoa.nt',
      'hien.pt',
      'hai.dv',
      'binh.vt',
      'thu.dt',
      'hanh.vt',
    ],
    script: `
C[mau-du-toan.csv]: Mẫu dự toán năm sau, mỗi phòng điền một bảng, không thêm bớt cột ạ.
F: Phòng em mục đo đạc tách hai dòng được không {c}?
C: Được, nhưng giữ mã số nhé.
A: Hạn chốt {thu}, sau đó Sở Tài chính khóa phần mềm.

D: Định mức công tác phí em áp theo mức mới, các phòng kiểm tra lại số ngày.
G: Phòng Môi trường giảm 12 ngày so với năm nay, em sửa rồi ạ.
H: Phòng Thủy lợi thêm trực lũ 45 ca.
B: Trực lũ phải có kế hoạch được duyệt kèm theo nhé {h-}.
H: Có rồi, em đính kèm số văn bản.

I: Em gửi phần của Phòng Trồng trọt và Chăn nuôi ạ.
I[du-toan-ttcn.csv]: Tổng 4,86 tỷ, trong đó vắc-xin 2,1 tỷ.
A: Dòng vắc-xin đối chiếu với kế hoạch tiêm phòng chưa?
I: Rồi ạ, 3 đợt, 412 nghìn liều.
A: Tốt.

B: Còn thiếu dự toán của Văn phòng, {e} ơi.
E: Chiều nay em gửi, đang chờ báo giá sửa mái nhà để xe ạ.
E: Đã gửi, em tính mức thấp nhất trong 3 báo giá.

A: Vòng 1 xong, tổng hợp vượt trần 3,2%. Các phòng tự rà, ưu tiên giảm hội nghị, mua sắm.
F: Bên em giảm được 85 triệu tiền in ấn bản đồ.
G: Bên em lùi mua máy đo bụi sang năm kia ạ.
C: Sau rà còn vượt 0,4%, em trình Giám đốc quyết.
`,
  },
  {
    name: 'Cơm trưa tầng 3',
    members: ['long.ph', 'huong.vt', 'nam.tq', 'khoa.td', 'anh.ntl', 'giang.ht', 'trung.bv'],
    script: `
A: Trưa nay ai ăn cơm rang dưa bò?
B: +1
C: +1 ít cơm nhiều dưa nhé
D: Em mang cơm rồi ạ 🍱
A: Chốt 3 suất, 11h20 giao.

F: Có ai thử quán bún thang mới mở cạnh bưu điện chưa?
E: Rồi, ngon mà hơi đông, phải đi trước 11h30.
G: {thu} đi thử nhé cả nhà.
B: Đi!

D: Hôm nay em mời trà đá, em vừa được tăng lương 😎
A: Ơ thế phải mời cả bữa chứ!
C: Trà sữa đi {d.} ơi 🧋
D: Thôi được rồi, mỗi người một cốc, ít đường nhé.

E: Ai cầm nhầm hộp cơm màu xanh của em không ạ?
F: Chết, mình ăn được nửa rồi mới thấy lạ... sao có cà pháo 😅
E: Đền em suất bún chả nhé!
F: Ok ok, xin lỗi em 🙏

G: Trời mưa quá, gọi ship thôi.
B: Ship báo 45 phút, ăn tạm mì nhé.
A: Có trứng trong tủ đấy, ai nấu thì nấu.

C: Tuần này ai rửa cốc?
A: Lịch dán trên tủ lạnh: {f} nhé.
F: Rõ 🫡
`,
  },
];
