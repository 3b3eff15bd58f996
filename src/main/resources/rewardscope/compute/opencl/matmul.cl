// Matrix products. A work-group makes a tile of TM x TN results; each work-item keeps WM x WN of them in registers.
// Tiles of A and B, TK deep, are brought into local memory once and read from there by everybody. Every sum runs over k in
// order, whatever the sizes of the tiles: another tuning gives the same bits.
//
// TM, TN, TK, WM, WN are set when this is compiled.

#define ROWS (TM / WM)      // work-items down
#define COLUMNS (TN / WN)   // work-items across

// c = op(a) op(b), or c += op(a) op(b); then + bias; then the epilogue.
//   a: m x k (k x m if transposeA), b: k x n (n x k if transposeB), c: m x n; a batch of them behind each other
//   epilogue 0: none; 1: extra = c, c = gelu(c); 2: c = c + extra
__kernel __attribute__((reqd_work_group_size(COLUMNS, ROWS, 1)))
void matmul(__global const float *a, const int transposeA, __global const float *b, const int transposeB,
            __global float *c, const int add, const int m, const int n, const int k,
            __global const float *bias, const int biased, __global float *extra, const int epilogue)
{
    __local float tileA[TK][TM + 1];
    __local float tileB[TK][TN + 1];
    const int x = get_local_id(0);
    const int y = get_local_id(1);
    const int item = y * COLUMNS + x;
    const int column0 = get_group_id(0) * TN;
    const int row0 = get_group_id(1) * TM;
    const int one = get_global_id(2);
    a += (size_t) one * m * k;
    b += (size_t) one * k * n;
    c += (size_t) one * m * n;

    float sum[WM][WN];
    for (int i = 0; i < WM; i++) {
        for (int j = 0; j < WN; j++) {
            const int row = row0 + y + i * ROWS;
            const int column = column0 + x + j * COLUMNS;
            sum[i][j] = add && row < m && column < n ? c[(size_t) row * n + column] : 0.0f;
        }
    }
    for (int k0 = 0; k0 < k; k0 += TK) {
        for (int e = item; e < TM * TK; e += ROWS * COLUMNS) {
            const int r = transposeA ? e % TM : e / TK;
            const int d = transposeA ? e / TM : e % TK;
            const int row = row0 + r;
            const int deep = k0 + d;
            tileA[d][r] = row < m && deep < k
                ? a[transposeA ? (size_t) deep * m + row : (size_t) row * k + deep] : 0.0f;
        }
        for (int e = item; e < TN * TK; e += ROWS * COLUMNS) {
            const int r = transposeB ? e / TK : e % TN;
            const int d = transposeB ? e % TK : e / TN;
            const int column = column0 + r;
            const int deep = k0 + d;
            tileB[d][r] = column < n && deep < k
                ? b[transposeB ? (size_t) column * k + deep : (size_t) deep * n + column] : 0.0f;
        }
        barrier(CLK_LOCAL_MEM_FENCE);
        const int depth = min(TK, k - k0);
        for (int d = 0; d < depth; d++) {
            float right[WN];
            for (int j = 0; j < WN; j++) {
                right[j] = tileB[d][x + j * COLUMNS];
            }
            for (int i = 0; i < WM; i++) {
                const float left = tileA[d][y + i * ROWS];
                for (int j = 0; j < WN; j++) {
                    sum[i][j] = fma(left, right[j], sum[i][j]);
                }
            }
        }
        barrier(CLK_LOCAL_MEM_FENCE);
    }
    for (int i = 0; i < WM; i++) {
        for (int j = 0; j < WN; j++) {
            const int row = row0 + y + i * ROWS;
            const int column = column0 + x + j * COLUMNS;
            if (row < m && column < n) {
                const size_t at = (size_t) row * n + column;
                float z = sum[i][j] + (biased ? bias[column] : 0.0f);
                if (epilogue == 1) {
                    extra[at] = z;
                    z = gelu_of(z);
                } else if (epilogue == 2) {
                    z += extra[at];
                }
                c[at] = z;
            }
        }
    }
}
