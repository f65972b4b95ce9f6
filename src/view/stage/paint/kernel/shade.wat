  ;; The function for one type of number; scripts/build/kernel.ts puts it in for f32 and for f64, and takes the lines that
  ;; begin with a type for that type alone. BYTES are those of four numbers.

  ;; Gives the numbers from $from up to $end, four at a time, their colours, at $to: by the first half of each number's
  ;; float32 once it is divided by $most, not beyond 1, the table at 0 has where its colour is, behind COLOURS in bytes;
  ;; there, first of all, is a clear one for what the table does not know. What is no finite number is NaN to the table.
  ;; Returns all colours, and-ed: those of shades have their highest bit.
  (func (export "shade_TYPE") (param $from i32) (param $end i32) (param $most TYPE) (param $to i32) (result i32)
    (local $x v128) (local $divisor v128) (local $one v128) (local $minus v128) (local $all i32) (local $colour i32)
f64:(local $y v128)
    (local.set $divisor (VECTOR.splat (local.get $most)))
    (local.set $one (VECTOR.splat (TYPE.const 1)))
    (local.set $minus (VECTOR.splat (TYPE.const -1)))
    (local.set $all (i32.const -1))
    (loop $cells
      ;; A number less itself is 0, and NaN where it is not finite; less 0, zeros keep their signs.
      (local.set $x (v128.load (local.get $from)))
      (local.set $x (VECTOR.sub
        (VECTOR.min (local.get $one) (VECTOR.max (local.get $minus) (VECTOR.div (local.get $x) (local.get $divisor))))
        (VECTOR.sub (local.get $x) (local.get $x))))
f64:  (local.set $y (v128.load offset=16 (local.get $from)))
f64:  (local.set $y (VECTOR.sub
f64:    (VECTOR.min (local.get $one) (VECTOR.max (local.get $minus) (VECTOR.div (local.get $y) (local.get $divisor))))
f64:    (VECTOR.sub (local.get $y) (local.get $y))))
f64:  (local.set $x (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23
f64:    (f32x4.demote_f64x2_zero (local.get $x)) (f32x4.demote_f64x2_zero (local.get $y))))
      ;; Entries of the table have two bytes.
      (local.set $x (v128.and (i32x4.shr_u (local.get $x) (i32.const 15))
        (v128.const i32x4 0x1fffe 0x1fffe 0x1fffe 0x1fffe)))
      (i32.store (local.get $to) (local.tee $colour
        (i32.load offset=COLOURS (i32.load16_u (i32x4.extract_lane 0 (local.get $x))))))
      (local.set $all (i32.and (local.get $all) (local.get $colour)))
      (i32.store offset=4 (local.get $to) (local.tee $colour
        (i32.load offset=COLOURS (i32.load16_u (i32x4.extract_lane 1 (local.get $x))))))
      (local.set $all (i32.and (local.get $all) (local.get $colour)))
      (i32.store offset=8 (local.get $to) (local.tee $colour
        (i32.load offset=COLOURS (i32.load16_u (i32x4.extract_lane 2 (local.get $x))))))
      (local.set $all (i32.and (local.get $all) (local.get $colour)))
      (i32.store offset=12 (local.get $to) (local.tee $colour
        (i32.load offset=COLOURS (i32.load16_u (i32x4.extract_lane 3 (local.get $x))))))
      (local.set $all (i32.and (local.get $all) (local.get $colour)))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (br_if $cells (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const BYTES))) (local.get $end))))
    (local.get $all))
