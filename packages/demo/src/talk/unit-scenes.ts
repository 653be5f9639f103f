// long because: what a division says to itself in three months, each scene once.
import type { Script } from './scene.ts';

/** In a unit's own conversation. H leads it; A, B, C are its people. How to read a line: `scene.ts`. */
export const UNIT_SCENES: Script = `
H: Cả phòng chú ý: sáng {thu} 8h họp giao ban tuần tại phòng họp tầng 2. Mỗi người chuẩn bị 3 ý: việc xong, việc đang làm, việc vướng.
A: Vâng {h.} ạ.
B: Em đi cơ sở {xa} sáng đó, em gửi báo cáo trước được không {h.}?
H: Được, {b-} gửi vào đây trước 17h hôm trước nhé.
B: Vâng, em gửi trong chiều nay ạ.

A: Mọi người ơi máy in tầng 3 lại kẹt giấy rồi, hộp mực báo lỗi 😩
B: Sáng em vừa in được 20 trang mà, chắc giấy ẩm đấy.
C: Mở nắp sau, kéo cái lẫy xanh ra rồi lắc nhẹ hộp mực là chạy lại được.
A: Được rồi! Cảm ơn {c} nhiều 🙏
C: Lần sau đừng nạp giấy quá vạch nhé cả nhà.

H: Báo cáo tháng {thang} phải nộp Phòng KHTC trước {ngay}. {A-} tổng hợp giúp {h.}, số liệu của ai người đó gửi {a-} trước một ngày.
A: Dạ em nhận. Em gửi biểu mẫu lên đây luôn.
A[bieu-tong-hop-thang.csv]: Biểu tổng hợp tháng, mọi người điền cột của mình giúp em.
B: Phần của em xong rồi nhé, em gửi lại trong chiều.
C: Mình thiếu số của {xa}, đang gọi xuống hỏi. Sáng mai có.
A: Vâng, em chờ {c} đến 10h sáng mai ạ.
H: Tốt. Nhớ đối chiếu với số quý trước, lần trước lệch một dòng phải giải trình mệt lắm đấy.

A: Em xin phép nghỉ sáng {thu} đưa cháu đi tiêm, chiều em có mặt ạ.
H: Ok em. Việc đang dở nhờ ai trông?
A: {B} trực giúp em hồ sơ một cửa buổi sáng ạ, em bàn giao rồi.
B: Vâng em nhận rồi {h.} ạ.
H: Được, nhớ nhập đơn nghỉ cho Văn phòng nhé.

H: Thanh tra tỉnh báo {thu} tuần sau vào làm việc, yêu cầu hồ sơ từ đầu năm. {A-}, {B-} rà lại giúp, thiếu chữ ký nào bổ sung ngay.
A: Em đang soát tủ số 2, đến hồ sơ tháng 5 rồi ạ.
B: Tủ số 3 em xong, thiếu 2 biên bản bàn giao mốc của {xa}. Em liên hệ xã xin bản sao.
H: Làm công văn luôn cho chắc, đừng gọi miệng.
B: Vâng, em trình {h.} ký trong chiều nay.

A: Chiều nay ai đi họp ở UBND tỉnh thay em được không ạ, em trùng lịch kiểm tra ở {xa}.
B: Mấy giờ thế {a-}?
A: 14h phòng họp số 3, nội dung góp ý dự thảo quy chế phối hợp.
B: Để mình đi cho. Gửi tài liệu mình xem trước nhé.
A[du-thao-quy-che-phoi-hop.pdf]: Đây ạ, em đánh dấu mấy điểm phòng mình cần có ý kiến ở Điều 6, Điều 9.
B: Ok nhận được rồi.

C: Cả nhà ơi hôm nay sinh nhật {a} 🎂 15h30 mời mọi người xuống phòng họp nhỏ ăn bánh nhé!
B: Chúc mừng {a} tuổi mới nhiều sức khỏe 🎉
H: Chúc mừng {a-} nhé. Cho {h.} miếng có dâu 😄
A: Em cảm ơn cả phòng ạ, em bất ngờ quá 🥰

H: Mưa to từ đêm qua, ai đi cơ sở {xa} hôm nay thì hoãn lại. Đường qua ngầm tràn nước đang lên.
A: Vâng, em vừa gọi xã, nước ngập 0,6 m, họ đã chốt chặn rồi ạ.
B: Đoàn của em dời sang {thu}, em báo lại xã rồi.
H: Tốt, an toàn là trên hết.

A: {H} ơi, văn bản {so} xin ý kiến trong 2 ngày, mà nội dung liên quan cả Phòng KHTC. Mình làm thế nào ạ?
H: Em dự thảo phần chuyên môn của mình trước, xin ý kiến KHTC trên phần mềm, ghi rõ hạn trả lời sáng {thu}.
A: Vâng, em làm ngay.
A: Em đã gửi dự thảo, {h.} xem giúp em đoạn kiến nghị với ạ.
H: Xem rồi. Bỏ câu "đề nghị xem xét" chung chung đi, ghi thẳng kinh phí và thời hạn.
A: Em sửa rồi ạ.

B: Điều hòa phòng 305 chảy nước vào tủ hồ sơ, mình đã chuyển tạm hồ sơ sang bàn {a}.
A: Em báo Văn phòng chưa {b.}?
B: Báo rồi, {thu} thợ mới qua được.
A: Để em lấy cái chậu hứng tạm vậy 😅

H: Nhắc cả phòng: hồ sơ trình ký phải có phiếu trình và ý kiến phối hợp. Hôm qua Văn phòng trả lại 2 hồ sơ của phòng mình.
A: Dạ một cái của em, em bổ sung rồi ạ.
C: Cái còn lại của mình, thiếu ý kiến Thanh tra. Mình đang xin.
H: Từ nay {B-} kiểm tra giúp trước khi đưa sang nhé.
B: Vâng ạ.

A: Có ai giữ chìa khóa xe 20A không ạ, 13h30 em đi {xa} cùng đoàn.
C: Chìa khóa ở chỗ {b}, sáng anh em mới đi về.
B: Mình để trong ngăn kéo phòng trực nhé, xăng còn nửa bình.
A: Em lấy được rồi, cảm ơn {b}.

H: Giám đốc yêu cầu rà soát nhiệm vụ quá hạn trên phần mềm. Phòng mình còn mấy việc?
A: Em còn 1 việc, đã có kết quả, đang chờ xã {xa} gửi biên bản để báo cáo ạ.
B: Em vừa báo cáo xong 2 việc sáng nay, {h.} duyệt giúp em.
H: Duyệt rồi. {A-} cập nhật tiến độ 80% và ghi lý do vào đó để lãnh đạo nắm.
A: Vâng ạ.

C: Cho em hỏi mẫu tờ trình mới theo Nghị định 30 để ở đâu ạ?
B: Trong thư mục dùng chung, mục "Thể thức". Để mình gửi luôn cho nhanh.
B[mau-to-trinh.pdf]: Mẫu đây nhé, cỡ chữ 13-14, lề trái 30 mm.
C: Cảm ơn {b} ạ!

A: Sáng nay người dân {xa} lên hỏi hồ sơ nộp từ đầu tháng, em tra thấy đang ở bước thẩm định. Ai đang giữ ạ?
C: Mình đang giữ, chờ kết quả đo đạc lại. Hẹn người dân {thu} nhé.
A: Vâng em đã ghi giấy hẹn lại và xin lỗi người dân rồi ạ.
H: Lần sau quá hạn thì chủ động gọi cho dân trước, đừng để họ phải lên.
C: Em rút kinh nghiệm ạ.

H: Tuần này phòng mình trực cơ quan {thu}. Ai trực được?
B: Em trực được {h.} ạ.
A: Em trực tối thay cho {b}, nhà em gần.
H: Cảm ơn hai em, {h.} báo Văn phòng.

A[anh-hien-truong.csv]: Danh sách điểm kiểm tra hôm nay ở {xa}, 6 điểm, 1 điểm phải làm lại biên bản.
H: Điểm số 4 sao lại trống tọa độ?
A: Dạ máy định vị hết pin, mai em quay lại đo bổ sung ạ.
H: Mang theo pin dự phòng của phòng nhé, trong ngăn tủ dưới.

B: Mọi người nhớ đăng ký suất ăn trưa trước 9h nhé, hôm qua thiếu 3 suất.
A: Em đăng ký cả tuần rồi ạ.
C: Mình ăn {thu} thôi, các hôm khác đi cơ sở.

H: Họp với đoàn chuyên gia chiều nay chuyển sang 15h, phòng họp tầng 4. {C-} chuẩn bị máy chiếu giúp {h.}.
C: Vâng, em xuống thử máy lúc 14h. Lần trước dây HDMI lỏng.
A: Em in 12 bộ tài liệu rồi ạ, để sẵn trên bàn.
H: Tốt lắm.

A: Em hỏi chút: số liệu diện tích trong báo cáo quý lấy theo kiểm kê hay theo niên giám thống kê ạ?
B: Theo kiểm kê nhé, niên giám lệch vì làm tròn.
H: Đúng rồi, nhớ ghi chú nguồn dưới bảng.
A: Vâng em ghi chú rồi ạ.

C: Mạng chậm quá, gửi tệp 15 MB mãi không xong 🐢
B: Gọi {Đỗ Minh Quân} chưa? Chắc cáp tầng 3.
C: Gọi rồi, bảo thay switch trong trưa nay.
C: Mạng lại ngon rồi cả nhà nhé 👍

H: Quý này phòng mình còn 2 đợt kiểm tra cơ sở. {A-} lập kế hoạch, chú ý không trùng lịch Thanh tra.
A: Em hỏi {Phan Thanh Liêm} rồi, tuần sau Thanh tra đi {xa}, mình chọn tuần kế tiếp ạ.
H: Ok, trình {h.} trước {ngay}.
A: Vâng ạ.

A: Báo cáo {h.}, đoàn đã xong ở {xa}. Cơ sở chấp hành tốt, chỉ nhắc nhở sổ nhật ký chưa ghi đủ.
H: Đường về thế nào?
A: Đường khô ráo, khoảng 16h em về đến cơ quan ạ.
H: Ok, mai gửi biên bản lên hồ sơ nhé.

B: Đề xuất mua văn phòng phẩm quý này em gửi Văn phòng chiều nay, ai cần gì nhắn em trước 15h.
A: Em cần 2 hộp ghim và 5 bìa còng ạ.
C: Mình xin 1 ram A3.
B: Ok chốt, cảm ơn mọi người.

H: Lãnh đạo Sở khen báo cáo chuyên đề của phòng mình. Cảm ơn {A-}, {B-} đã làm thêm hai buổi tối.
A: Dạ công cả phòng ạ 😊
C: Phải đi ăn bún mừng thôi {h.} ơi!
H: {thu} trưa nhé, {h.} mời.
B: Hoan hô {h} 👏

A: Em vừa cập nhật bản đồ chồng lớp khu vực {xa} vào máy chủ, mọi người xem thử còn lệch mốc nào không.
C: Lệch khoảng 3 m ở góc đông bắc, chắc do hệ tọa độ.
A: À em quên chuyển múi chiếu. Em sửa ngay.
A: Đã sửa, {c} xem lại giúp em.
C: Khớp rồi 👌

H: Nhắc nghỉ lễ: bàn giao việc đang dở, tắt máy, rút điện. Danh sách trực Văn phòng đã gửi.
B: Em đã tắt hết máy bên phòng 304 ạ.
A: Em trực ngày thứ hai, có gì mọi người gọi em.
H: Chúc cả phòng nghỉ lễ vui, đi đường cẩn thận.

C: Văn bản {so} phòng mình phối hợp hay chủ trì ạ? Em thấy giao cho cả hai phòng.
H: Mình phối hợp thôi, góp ý phần số liệu là được.
C: Vâng, vậy em gửi góp ý sang bên chủ trì trước {thu}.

B: Sáng nay tập huấn phần mềm ở hội trường, ai đi với mình?
A: Em đi ạ. Nghe nói có phần ký số trên điện thoại.
B: Đúng rồi, mang theo thẻ nhé.
A: Em học xong thấy tiện hơn hẳn, giao việc trên phần mềm là có người nhận luôn 😄

H: {A-} ơi, tờ trình kinh phí bị trả vì thiếu phụ lục đơn giá. Em bổ sung giúp {h.}.
A: Dạ phụ lục em để riêng, em ghép lại ngay ạ.
A[phu-luc-don-gia.csv]: Phụ lục đơn giá đây ạ, em đã đối chiếu công bố giá quý gần nhất.
H: Dòng 7 đơn giá cao hơn công bố 5%, xem lại.
A: Dạ em gõ nhầm, đã sửa và gửi lại trên hồ sơ ạ.
H: Ok, {h.} ký rồi.

A: Tin buồn: mẹ của {c} bị ốm phải nằm viện tỉnh. Chiều nay công đoàn phòng mình vào thăm nhé.
B: Mấy giờ đi {a-}?
A: 16h30 ạ, em mua hoa quả rồi.
H: {h.} đi cùng. {C-} cứ yên tâm chăm bà, việc để mọi người lo.
C: Em cảm ơn cả phòng nhiều ạ 🙏

H: Sáng mai 7h30 xuất phát đi {xa}, xe đón ở cổng. Ai say xe ngồi trước nhé.
B: Em ạ 🙋
A: Em mang máy ảnh và biên bản mẫu.
H: Mặc áo bảo hộ, đi ủng, chiều có thể mưa.

C: Em nhận được điện thoại xưng là "cán bộ thuế" yêu cầu cài ứng dụng, mọi người cẩn thận nhé.
B: Lừa đảo đấy, mình cũng bị gọi hôm {thu}.
H: Nhắc mọi người không bấm đường dẫn lạ, không đọc mã OTP cho ai.
`;
