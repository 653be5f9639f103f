// long because: what two people say to each other in three months, each scene once.
import type { Script } from './scene.ts';

/** Between who leads a unit (H) and one of its people (A). */
export const HEAD_AND_OFFICER: Script = `
H: {A-} ơi, văn bản {so} {h.} vừa giao em trên phần mềm, hạn {thu} nhé.
A: Vâng em thấy rồi ạ. Em nhận và làm ngay.
A: Em gửi dự thảo, {h.} xem giúp em.
A[du-thao-tra-loi.pdf]: Dự thảo trả lời ạ.
H: Ổn rồi, chỉ sửa "đề nghị quý cơ quan" thành "đề nghị" thôi. Trình luôn đi em.
A: Dạ vâng ạ.

A: {H} ơi em xin phép đi muộn 30 phút sáng mai, em đưa con đi khám ạ.
H: Ok em, cứ lo cho cháu đi đã.
A: Em cảm ơn {h.}.

H: Số liệu của {xa} trong báo cáo tuần là số cũ đúng không em?
A: Dạ đúng ạ, xã chưa gửi số mới. Em gọi lần hai rồi.
H: Gọi thẳng Chủ tịch xã đi, nói {h.} nhắc. Mai phải có.
A: Vâng ạ. Họ hứa 9h sáng mai gửi.
A: Em có số rồi, đã cập nhật vào bảng ạ.
H: Tốt.

A: Em báo cáo {h.} chuyến đi {xa}: 8/10 hộ đồng ý, 2 hộ còn ý kiến về đơn giá.
H: Hai hộ đó ai đang vận động?
A: Bí thư chi bộ thôn và em, {thu} em xuống lại ạ.
H: Được. Nhớ ghi biên bản từng buổi, có chữ ký của thôn.
A: Vâng, em ghi đủ rồi ạ.

H: Chiều nay họp với Phó Giám đốc 14h, em đi cùng {h.} nhé, mang theo hồ sơ gốc.
A: Dạ vâng. Em photo thêm 3 bộ ạ.
H: 2 bộ là đủ.

H: Em xem lại ngày trên tờ trình, đang ghi nhầm tháng.
A: Chết, em sửa ngay ạ. Em cảm ơn {h.}.
A: Em trình lại rồi ạ.
H: Ok ký rồi nhé.

A: {H} ơi, bên Tài chính hỏi thuyết minh dự toán, em trả lời trực tiếp hay làm văn bản ạ?
H: Trao đổi trước cho nhanh, rồi gửi văn bản sau cho đủ hồ sơ.
A: Vâng em gọi chị ấy luôn.

H: Em đang giữ bao nhiêu việc rồi? {h.} định giao thêm một việc gấp.
A: Em còn 3 việc ạ, một việc hạn {thu}, hai việc hạn tuần sau.
H: Vậy việc này {h.} giao bạn khác, em tập trung xong việc {thu} nhé.
A: Em cảm ơn {h.} ạ.

A: Em gửi {h.} biên bản làm việc hôm qua ạ.
A[bien-ban-lam-viec.pdf]: Có đủ chữ ký các bên rồi ạ.
H: Nhận được. Lưu vào hồ sơ văn bản trên phần mềm nhé.

H: Cuối tuần này trực lũ em có đi được không?
A: Dạ tối thứ Bảy em trực được, Chủ nhật nhà em có giỗ ạ.
H: Vậy thứ Bảy em trực ca 18h, Chủ nhật {h.} trực.

A: {H} ơi em đỗ chứng chỉ chuyên viên chính rồi ạ 🎉
H: Chúc mừng em! Xứng đáng lắm.
A: Nhờ {h.} tạo điều kiện ạ, em mời {h.} cà phê nhé ☕

H: Dân gọi phản ánh ở {xa} san lấp trái phép, em kiểm tra giúp {h.} chiều nay.
A: Vâng, em đi cùng cán bộ địa chính xã.
A: Em có mặt rồi ạ. Có 1 máy múc, khoảng 40 m³ đất. Xã đã lập biên bản đình chỉ.
H: Chụp ảnh đủ 4 hướng, lấy tọa độ. Mai báo cáo bằng văn bản.
A: Vâng ạ.

A: Em đã hoàn thành báo cáo việc giao hôm trước, {h.} duyệt trên phần mềm giúp em ạ.
H: {h.} đọc rồi, thiếu phần kiến nghị. Em bổ sung rồi gửi lại.
A: Dạ em bổ sung 3 kiến nghị rồi ạ.
H: Được, duyệt nhé.
`;

/** Between colleagues. */
export const PEERS: Script = `
A: {B} ơi cho em mượn cái máy đo khoảng cách chiều nay được không ạ?
B: Được, mình để trên bàn, nhớ sạc pin sau khi dùng nhé.
A: Vâng em cảm ơn {b.}.

A: Bên {b.} đã có ý kiến về dự thảo kế hoạch chưa ạ? Hạn {thu} em phải tổng hợp rồi.
B: Sếp đang xem, chiều nay ký. Mình gửi bạn bản mềm trước nhé.
B[y-kien-gop-y.pdf]: Bản mềm đây.
A: Em nhận được rồi, cảm ơn {b.} nhiều ạ.

B: Trưa nay ăn gì?
A: Phở chua đầu ngõ không? Hôm nay có vịt quay 🦆
B: Ok 11h30 xuống sảnh nhé.
A: Chốt!

A: {B} cho em xin số của cán bộ nông nghiệp xã {xa} với ạ.
B: Em xem trong danh bạ phần mềm mục liên hệ ấy, mình cập nhật tuần trước rồi.
A: A em thấy rồi, tiện quá.

A: Văn bản {so} nội dung giao cho phòng bên {b.} chủ trì, bên em phối hợp. {B.} cần số liệu gì để em chuẩn bị?
B: Mình cần số hộ và diện tích theo từng xã, cập nhật đến cuối tháng {thang}.
A: Sáng {thu} em gửi nhé.
B: Tuyệt, cảm ơn bạn.

A: Bảng tổng hợp bị lệch tổng cột F {b.} ơi, em cộng ra thừa 12,5.
B: Để mình xem... À dòng 18 bị tính hai lần. Mình sửa rồi gửi lại.
B[bang-tong-hop-sua.csv]: Bản sửa đây.
A: Khớp rồi ạ 👍

B: Mai bạn có lên tỉnh không cho mình gửi bộ hồ sơ?
A: 7h30 em đi, {b.} để ở phòng bảo vệ nhé.
B: Ok, phong bì màu vàng.
A: Em lấy rồi ạ, trưa em nộp luôn cho bộ phận một cửa.

A: {B} ơi con {b.} thi đấu cầu lông giải thiếu nhi thế nào rồi ạ?
B: Vào bán kết rồi, chiều {thu} đấu 😄
A: Chúc cháu vô địch nhé 🏸

A: Em đang soạn giấy mời họp ngày {ngay}, bên {b.} cử ai dự để em ghi ạ?
B: Ghi tên mình đi, nếu thay đổi mình báo trước một ngày.
A: Vâng ạ.

B: Bạn có bản scan Quyết định phê duyệt dự án ở {xa} không?
A: Có ạ, em gửi.
A[quyet-dinh-phe-duyet.pdf]: Đây ạ.
B: Cứu tinh 🙏

A: Phòng họp tầng 2 chiều {thu} bên {b.} đặt rồi à?
B: Ừ đến 15h30. Bạn cần thì mình nhường từ 15h, bên mình họp nhanh.
A: May quá, em cảm ơn ạ.

A: Máy em không vào được phần mềm kế toán, {b.} có bị không?
B: Bên mình vẫn vào được. Bạn thử đăng xuất rồi vào lại xem.
A: Được rồi ạ, chắc do phiên cũ.

B: Nhắc bạn hạn nộp bản kê khai là {ngay} nhé, hôm nọ bạn bảo mình nhắc.
A: Ôi em quên thật, em làm ngay. Cảm ơn {b.}!
`;

/** Between a leader of the department (L) and who leads a unit (H). */
export const LEADER_AND_HEAD: Script = `
L: {H} cho biết tiến độ xử lý văn bản {so}?
H: Báo cáo {l}, phòng đã có dự thảo, đang lấy ý kiến hai đơn vị, {thu} trình {l.} ký ạ.
L: Làm nhanh hơn được không? UBND tỉnh vừa gọi hỏi.
H: Vâng, chiều mai em trình.
L: Ok.

L: 15h qua phòng {l.} trao đổi phương án bố trí vốn quý tới nhé.
H: Dạ vâng ạ. Em mang theo bảng giải ngân.
H[bang-giai-ngan.csv]: Em gửi trước bảng ạ, đến nay đạt 68,4%.
L: Các dự án dưới 50% phải có giải trình riêng từng dự án.
H: Vâng, có 3 dự án, em chuẩn bị rồi ạ.

H: Báo cáo {l}, tình hình tại {xa}: nước đã rút, không thiệt hại về người, 3 ha rau màu bị ngập.
L: Tốt. Cử người xuống nắm nhu cầu giống, đề xuất hỗ trợ trước {thu}.
H: Vâng ạ, sáng mai đoàn đi.

L: Bài phát biểu hội nghị ngày {ngay} chuẩn bị đến đâu rồi?
H: Dạ em đã có bản thảo 4 trang, tối nay em gửi {l.} ạ.
L: Ngắn thôi, 2 trang rưỡi. Thêm số liệu so với cùng kỳ.
H: Vâng ạ.

H: Em xin phép {l} đi công tác tại {xa} hai ngày, từ {thu}. Ở nhà anh em trực đầy đủ ạ.
L: Đồng ý. Nhớ họp giao ban trực tuyến sáng thứ Hai.
H: Dạ vâng ạ.

L: Ý kiến của dân ở {xa} về bãi tập kết rác, phòng đã kiểm tra chưa?
H: Đã kiểm tra chiều qua ạ. Doanh nghiệp cam kết khắc phục trong 5 ngày, phòng sẽ phúc tra.
L: Có văn bản chưa hay mới nói miệng?
H: Có biên bản ạ, em đưa lên hồ sơ rồi.
L: Được.

L: Phòng rà lại nhiệm vụ UBND tỉnh giao, việc nào có nguy cơ quá hạn báo {l.} ngay.
H: Vâng. Hiện còn 2 việc, một việc chờ Bộ có ý kiến ạ.
L: Việc chờ Bộ thì làm văn bản xin gia hạn, đừng để quá hạn trên hệ thống.
H: Em trình {l.} trong hôm nay.
`;
