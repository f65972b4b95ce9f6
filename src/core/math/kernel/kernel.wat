  ;; The functions of one type of number; scripts/build/kernel.ts puts them in for f32 and for f64:
  ;;   TYPE   f32   f64    VECTOR  f32x4  f64x2    BITS    32   64
  ;;   BYTES  4     8      WIDTH   8      4, the columns of a tile: two vectors, always 32 bytes
  ;; Lanes run over the columns of the result, so that each of its sums goes along k in order. No sum is split,
  ;; and nothing is fused: what comes out has the bits of a plain loop.

  ;; Lays $count lines of $depth numbers, $across bytes from line to line and $along bytes from number to number, into
  ;; strips of $width lines, in which the numbers of one place of all lines stand side by side. Lines beyond the last
  ;; are 0: what they add goes into sums that nobody takes.
  (func (export "pack_TYPE") (param $from i32) (param $across i32) (param $along i32)
      (param $count i32) (param $depth i32) (param $width i32) (param $to i32)
    (local $line i32) (local $left i32) (local $source i32) (local $target i32) (local $end i32) (local $step i32)
    (local.set $step (i32.mul (local.get $width) (i32.const BYTES)))
    (loop $strips
      (local.set $line (i32.const 0))
      (loop $lines
        (local.set $source (local.get $from))
        (local.set $target (i32.add (local.get $to) (i32.mul (local.get $line) (i32.const BYTES))))
        (local.set $end (i32.add (local.get $target) (i32.mul (local.get $depth) (local.get $step))))
        (if (i32.lt_s (local.get $line) (local.get $count))
          (then
            (loop $numbers
              (TYPE.store (local.get $target) (TYPE.load (local.get $source)))
              (local.set $source (i32.add (local.get $source) (local.get $along)))
              (local.set $target (i32.add (local.get $target) (local.get $step)))
              (br_if $numbers (i32.lt_u (local.get $target) (local.get $end)))))
          (else
            (loop $zeros
              (TYPE.store (local.get $target) (TYPE.const 0))
              (local.set $target (i32.add (local.get $target) (local.get $step)))
              (br_if $zeros (i32.lt_u (local.get $target) (local.get $end))))))
        (local.set $from (i32.add (local.get $from) (local.get $across)))
        (local.set $line (i32.add (local.get $line) (i32.const 1)))
        (br_if $lines (i32.lt_s (local.get $line) (local.get $width))))
      (local.set $to (i32.add (local.get $to) (i32.mul (local.get $depth) (local.get $step))))
      (local.set $count (i32.sub (local.get $count) (local.get $width)))
      (br_if $strips (i32.gt_s (local.get $count) (i32.const 0)))))

  ;; Adds to C, $stride bytes a row, the product of $depth columns of A and rows of B, packed into strips of 4 rows and
  ;; of WIDTH columns. $rows and $stride are those of whole tiles. A strip of B stays in the nearest cache while all
  ;; strips of A pass by it, and a tile of sums in registers while it runs down both.
  (func (export "add_TYPE") (param $as i32) (param $b i32) (param $cs i32)
      (param $stride i32) (param $rows i32) (param $cols i32) (param $depth i32)
    (local $i i32) (local $p i32) (local $x i32) (local $y i32)
    (local $c0 i32) (local $c1 i32) (local $c2 i32) (local $c3 i32)
    (local $a v128) (local $l v128) (local $r v128)
    (local $l0 v128) (local $r0 v128) (local $l1 v128) (local $r1 v128)
    (local $l2 v128) (local $r2 v128) (local $l3 v128) (local $r3 v128)
    (loop $columns
      (local.set $x (local.get $as))
      (local.set $c0 (local.get $cs))
      (local.set $i (local.get $rows))
      (loop $tiles
        (local.set $c1 (i32.add (local.get $c0) (local.get $stride)))
        (local.set $c2 (i32.add (local.get $c1) (local.get $stride)))
        (local.set $c3 (i32.add (local.get $c2) (local.get $stride)))
        (local.set $l0 (v128.load (local.get $c0))) (local.set $r0 (v128.load offset=16 (local.get $c0)))
        (local.set $l1 (v128.load (local.get $c1))) (local.set $r1 (v128.load offset=16 (local.get $c1)))
        (local.set $l2 (v128.load (local.get $c2))) (local.set $r2 (v128.load offset=16 (local.get $c2)))
        (local.set $l3 (v128.load (local.get $c3))) (local.set $r3 (v128.load offset=16 (local.get $c3)))
        (local.set $y (local.get $b))
        (local.set $p (local.get $depth))
        (loop $depths
          (local.set $l (v128.load (local.get $y))) (local.set $r (v128.load offset=16 (local.get $y)))
          (local.set $a (v128.loadBITS_splat (local.get $x)))
          (local.set $l0 (VECTOR.add (local.get $l0) (VECTOR.mul (local.get $a) (local.get $l))))
          (local.set $r0 (VECTOR.add (local.get $r0) (VECTOR.mul (local.get $a) (local.get $r))))
          (local.set $a (v128.loadBITS_splat offset=BYTES1 (local.get $x)))
          (local.set $l1 (VECTOR.add (local.get $l1) (VECTOR.mul (local.get $a) (local.get $l))))
          (local.set $r1 (VECTOR.add (local.get $r1) (VECTOR.mul (local.get $a) (local.get $r))))
          (local.set $a (v128.loadBITS_splat offset=BYTES2 (local.get $x)))
          (local.set $l2 (VECTOR.add (local.get $l2) (VECTOR.mul (local.get $a) (local.get $l))))
          (local.set $r2 (VECTOR.add (local.get $r2) (VECTOR.mul (local.get $a) (local.get $r))))
          (local.set $a (v128.loadBITS_splat offset=BYTES3 (local.get $x)))
          (local.set $l3 (VECTOR.add (local.get $l3) (VECTOR.mul (local.get $a) (local.get $l))))
          (local.set $r3 (VECTOR.add (local.get $r3) (VECTOR.mul (local.get $a) (local.get $r))))
          (local.set $x (i32.add (local.get $x) (i32.const BYTES4)))
          (local.set $y (i32.add (local.get $y) (i32.const 32)))
          (br_if $depths (local.tee $p (i32.sub (local.get $p) (i32.const 1)))))
        (v128.store (local.get $c0) (local.get $l0)) (v128.store offset=16 (local.get $c0) (local.get $r0))
        (v128.store (local.get $c1) (local.get $l1)) (v128.store offset=16 (local.get $c1) (local.get $r1))
        (v128.store (local.get $c2) (local.get $l2)) (v128.store offset=16 (local.get $c2) (local.get $r2))
        (v128.store (local.get $c3) (local.get $l3)) (v128.store offset=16 (local.get $c3) (local.get $r3))
        (local.set $c0 (i32.add (local.get $c3) (local.get $stride)))
        (br_if $tiles (i32.gt_s (local.tee $i (i32.sub (local.get $i) (i32.const 4))) (i32.const 0))))
      (local.set $b (local.get $y))
      (local.set $cs (i32.add (local.get $cs) (i32.const 32)))
      (br_if $columns (i32.gt_s (local.tee $cols (i32.sub (local.get $cols) (i32.const WIDTH))) (i32.const 0)))))

  ;; Adds to each row of C, $stride bytes long, its number of the column at $plus, and divides by $by.
  (func (export "finish_TYPE") (param $c i32) (param $stride i32) (param $rows i32) (param $plus i32) (param $by TYPE)
    (local $end i32) (local $added v128) (local $divisor v128)
    (local.set $divisor (VECTOR.splat (local.get $by)))
    (loop $each
      (local.set $added (v128.loadBITS_splat (local.get $plus)))
      (local.set $end (i32.add (local.get $c) (local.get $stride)))
      (loop $cells
        (v128.store (local.get $c)
          (VECTOR.div (VECTOR.add (v128.load (local.get $c)) (local.get $added)) (local.get $divisor)))
        (local.set $c (i32.add (local.get $c) (i32.const 16)))
        (br_if $cells (i32.lt_u (local.get $c) (local.get $end))))
      (local.set $plus (i32.add (local.get $plus) (i32.const BYTES)))
      (br_if $each (local.tee $rows (i32.sub (local.get $rows) (i32.const 1))))))
