/* On paper a page shows where it is: its address and a QR code of it, drawn only when somebody prints.

   ISO/IEC 18004: bytes, versions 1 to 6 (they have one alignment pattern and no version bits), error correction M, or L
   for what would not fit. A longer address stands as text alone. */
var qr = (function () {
  "use strict";
  const WHOLE = [26, 44, 70, 100, 134, 172]; // codewords of each version
  const M = {bits: 0, check: [10, 16, 26, 18, 24, 16], blocks: [1, 1, 1, 2, 2, 4]};
  const L = {bits: 1, check: [7, 10, 15, 20, 26, 18], blocks: [1, 1, 1, 1, 1, 2]};
  const MASKS = [
    (x, y) => (x + y) % 2, (x, y) => y % 2, x => x % 3, (x, y) => (x + y) % 3,
    (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2, (x, y) => (x * y) % 2 + (x * y) % 3,
    (x, y) => ((x * y) % 2 + (x * y) % 3) % 2, (x, y) => ((x + y) % 2 + (x * y) % 3) % 2
  ];
  const EXP = [1], LOG = [];
  for (let power = 0; power < 255; power++) {
    LOG[EXP[power]] = power;
    EXP.push(EXP[power] << 1 ^ (EXP[power] > 127 ? 0x11d : 0));
  }

  function times(one, other) { return one && other ? EXP[(LOG[one] + LOG[other]) % 255] : 0; }

  /* Reed–Solomon: the check words of a block. */
  function check(data, count) {
    let generator = [1];
    for (let power = 0; power < count; power++)
      generator = generator.concat(0).map((factor, place) => factor ^ (place ? times(generator[place - 1], EXP[power]) : 0));
    const rest = data.concat(new Array(count).fill(0));
    data.forEach(function (_, place) {
      const factor = rest[place];
      generator.forEach((each, next) => { rest[place + next] ^= times(each, factor); });
    });
    return rest.slice(data.length);
  }

  function room(version, level) { return WHOLE[version - 1] - level.check[version - 1] * level.blocks[version - 1]; }

  /* The codewords of bytes: data and check words, block by block in turns. */
  function codewords(bytes, version, level) {
    const size = room(version, level), bits = [0x4, bytes.length >> 4, bytes.length & 15];
    bytes.forEach(byte => bits.push(byte >> 4, byte & 15));
    bits.push(0);
    const data = [];
    for (let place = 0; place < bits.length; place += 2) data.push(bits[place] << 4 | (bits[place + 1] || 0));
    for (let pad = 0xec; data.length < size; pad ^= 0xec ^ 0x11) data.push(pad);
    const count = level.blocks[version - 1], each = size / count, blocks = [];
    for (let block = 0; block < count; block++) blocks.push(data.slice(block * each, (block + 1) * each));
    const checks = blocks.map(block => check(block, level.check[version - 1]));
    return [].concat(interleaved(blocks), interleaved(checks));
  }

  function interleaved(blocks) {
    return [].concat.apply([], blocks[0].map((_, place) => blocks.map(block => block[place])));
  }

  /* Rows of 1 (dark), 0 (light) and undefined (data goes there); the places of the format are kept light. */
  function frame(version) {
    const size = 17 + 4 * version, rows = Array.from({length: size}, () => new Array(size));
    function square(left, top, reach, dark) {
      for (let y = top - reach; y <= top + reach; y++)
        for (let x = left - reach; x <= left + reach; x++)
          if (rows[y] && x >= 0 && x < size) rows[y][x] = +dark(Math.max(Math.abs(x - left), Math.abs(y - top)));
    }
    [[3, 3], [size - 4, 3], [3, size - 4]].forEach(at => square(at[0], at[1], 4, ring => ring !== 2 && ring !== 4));
    if (version > 1) square(size - 7, size - 7, 2, ring => ring !== 1);
    for (let place = 8; place < size - 8; place++) rows[6][place] = rows[place][6] = 1 - place % 2;
    formatPlaces(size).forEach(at => { rows[at[1]][at[0]] = 0; });
    rows[size - 8][8] = 1;
    return rows;
  }

  /* Where the fifteen bits of the format stand, the highest first: twice. */
  function formatPlaces(size) {
    const near = [], far = [];
    for (let bit = 0; bit < 15; bit++) {
      near.push(bit < 8 ? [bit + (bit > 5), 8] : [8, bit < 9 ? 7 : 14 - bit]);
      far.push(bit < 7 ? [8, size - 1 - bit] : [size - 15 + bit, 8]);
    }
    return near.concat(far);
  }

  function format(level, mask) {
    const data = level.bits << 3 | mask;
    let rest = data << 10;
    for (let bit = 14; bit > 9; bit--) if (rest >> bit & 1) rest ^= 0x537 << bit - 10;
    return (data << 10 | rest) ^ 0x5412;
  }

  function drawn(words, version, level, mask) {
    const rows = frame(version), size = rows.length, free = rows.map(row => Array.from(row, each => each === undefined));
    let bit = 0, up = true;
    for (let right = size - 1; right > 0; right -= right === 8 ? 3 : 2, up = !up)
      for (let step = 0; step < size; step++)
        for (let x = right; x > right - 2; x--) {
          const y = up ? size - 1 - step : step;
          if (!free[y][x]) continue;
          const word = words[bit >> 3] || 0;
          rows[y][x] = (word >> 7 - bit++ % 8 & 1) ^ (MASKS[mask](x, y) === 0);
        }
    const told = format(level, mask);
    formatPlaces(size).forEach((at, place) => { rows[at[1]][at[0]] = told >> 14 - place % 15 & 1; });
    return rows;
  }

  /* How hard a code is to read: long runs of one colour, and squares of it. */
  function burden(rows) {
    let sum = 0;
    rows.forEach(function (row, y) {
      for (const cell of [x => row[x], x => rows[x][y]])
        for (let x = 1, run = 1; x <= row.length; x++)
          if (x < row.length && cell(x) === cell(x - 1)) run++;
          else { if (run > 4) sum += run - 2; run = 1; }
      for (let x = 1; y && x < row.length; x++)
        if (row[x] === row[x - 1] && row[x] === rows[y - 1][x] && row[x] === rows[y - 1][x - 1]) sum += 3;
    });
    return sum;
  }

  /* The rows of a code of an address, 1 for dark; null when it is too long. mask: 0 to 7, or the one that reads best. */
  function rows(text, mask) {
    const bytes = Array.from(text, letter => letter.charCodeAt(0));
    for (const level of [M, L])
      for (let version = 1; version <= WHOLE.length; version++)
        if (bytes.length + 2 <= room(version, level) && (level === M || version === WHOLE.length)) {
          const words = codewords(bytes, version, level);
          const found = (mask === undefined ? MASKS.map((_, each) => each) : [mask]).map(each => drawn(words, version, level, each));
          return found.reduce((best, each) => burden(each) < burden(best) ? each : best);
        }
    return null;
  }

  return {rows: rows};
})();

if (typeof document !== "undefined") addEventListener("beforeprint", function () {
  "use strict";
  const place = document.querySelector("[data-paper]");
  if (!place || !place.hidden) return;
  const address = location.origin + location.pathname, rows = qr.rows(address);
  place.querySelector("b").textContent = address.replace(/^https?:\/\//, "");
  if (rows) {
    const path = rows.map((row, y) => row.map((dark, x) => dark ? "M" + x + " " + y + "h1v1h-1z" : "").join("")).join("");
    const size = rows.length + 8;
    place.insertAdjacentHTML("afterbegin", '<svg viewBox="-4 -4 ' + size + " " + size + '" aria-hidden="true"><path d="' + path + '"/></svg>');
  }
  place.hidden = false;
});
