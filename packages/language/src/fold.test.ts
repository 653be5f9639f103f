import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';

describe('fold', () => {
  it('finds "Đà Nẵng" by "da nang", typed composed or decomposed', () => {
    expect(fold('Đà Nẵng')).toBe('da nang');
    expect(fold('Đà Nẵng'.normalize('NFD'))).toBe('da nang');
    expect(fold('ĐƯỜNG Trường Sa')).toBe('duong truong sa');
  });

  it('is the same applied twice, so that stored keys and queries meet', () => {
    const once = fold('Nguyễn Thị Ánh Tuyết – Phòng Tổ chức');
    expect(fold(once)).toBe(once);
  });
});
