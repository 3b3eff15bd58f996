// Causal self-attention. qkv is (B, T, 3C): queries, keys, values; a head is D = C / H of the C channels.
// QUERY, KEY, VALUE: where a number of (batch b, position t, head h, channel d) lies.

#define QUERY(b, t, h, d) ((((size_t) (b) * T + (t)) * 3 + 0) * C + (h) * D + (d))
#define KEY(b, t, h, d) ((((size_t) (b) * T + (t)) * 3 + 1) * C + (h) * D + (d))
#define VALUE(b, t, h, d) ((((size_t) (b) * T + (t)) * 3 + 2) * C + (h) * D + (d))
#define OUT(b, t, h, d) (((size_t) (b) * T + (t)) * C + (h) * D + (d))

// p[b][h][i][j] = q_i k_j / sqrt(D) for j <= i
__kernel void attention_scores(const int n, __global const float *qkv, __global float *p, const int T, const int C,
                               const int H)
{
    const int at = get_global_id(0);
    if (at >= n) return;
    const int D = C / H;
    const int j = at % T, i = at / T % T, h = at / T / T % H, b = at / T / T / H;
    if (j > i) {
        p[at] = 0.0f;
        return;
    }
    float dot = 0.0f;
    for (int d = 0; d < D; d++) dot = fma(qkv[QUERY(b, i, h, d)], qkv[KEY(b, j, h, d)], dot);
    p[at] = dot / sqrt((float) D);
}

// The softmax of row i over its first i + 1 places.
__kernel void attention_softmax(const int n, __global float *p, const int T)
{
    const int row = get_global_id(0);
    if (row >= n) return;
    const int i = row % T;
    p += (size_t) row * T;
    float most = -INFINITY;
    for (int j = 0; j <= i; j++) most = fmax(most, p[j]);
    float sum = 0.0f;
    for (int j = 0; j <= i; j++) sum += p[j] = exp(p[j] - most);
    for (int j = 0; j <= i; j++) p[j] /= sum;
}

// y[b][i][h][d] = sum over j <= i of p_ij v_j
__kernel void attention_values(const int n, __global const float *qkv, __global const float *p, __global float *y,
                               const int T, const int C, const int H)
{
    const int at = get_global_id(0);
    if (at >= n) return;
    const int D = C / H;
    const int d = at % D, h = at / D % H, i = at / C % T, b = at / C / T;
    p += (((size_t) b * H + h) * T + i) * T;
    float sum = 0.0f;
    for (int j = 0; j <= i; j++) sum = fma(p[j], qkv[VALUE(b, j, h, d)], sum);
    y[at] = sum;
}

// dp[b][h][i][j] = dy_i v_j for j <= i
__kernel void attention_dweights(const int n, __global const float *qkv, __global const float *dy, __global float *dp,
                                 const int T, const int C, const int H)
{
    const int at = get_global_id(0);
    if (at >= n) return;
    const int D = C / H;
    const int j = at % T, i = at / T % T, h = at / T / T % H, b = at / T / T / H;
    float dot = 0.0f;
    if (j <= i) {
        for (int d = 0; d < D; d++) dot = fma(dy[OUT(b, i, h, d)], qkv[VALUE(b, j, h, d)], dot);
    }
    dp[at] = dot;
}

// dots[b][h][i] = sum over j of p_ij dp_ij
__kernel void attention_dots(const int n, __global const float *p, __global const float *dp, __global float *dots,
                             const int T)
{
    const int row = get_global_id(0);
    if (row >= n) return;
    const int i = row % T;
    const size_t first = (size_t) row * T;
    float dot = 0.0f;
    for (int j = 0; j <= i; j++) dot = fma(p[first + j], dp[first + j], dot);
    dots[row] = dot;
}

// With ds_ij = p_ij (dp_ij - dots_i) / sqrt(D): dq_t = sum ds_tj k_j, dk_t = sum ds_it q_i, dv_t = sum p_it dy_i
__kernel void attention_backward(const int n, __global const float *qkv, __global const float *p,
                                 __global const float *dp, __global const float *dots, __global const float *dy,
                                 __global float *dqkv, const int T, const int C, const int H)
{
    const int at = get_global_id(0);
    if (at >= n) return;
    const int D = C / H;
    const int d = at % D, h = at / D % H, t = at / C % T, b = at / C / T;
    const size_t head = ((size_t) b * H + h) * T;
    const float root = 1.0f / sqrt((float) D);
    float dq = 0.0f, dk = 0.0f, dv = 0.0f;
    for (int j = 0; j <= t; j++) {
        const size_t ij = (head + t) * T + j;
        dq = fma(p[ij] * (dp[ij] - dots[head + t]), qkv[KEY(b, j, h, d)], dq);
    }
    for (int i = t; i < T; i++) {
        const size_t ij = (head + i) * T + t;
        dk = fma(p[ij] * (dp[ij] - dots[head + i]), qkv[QUERY(b, i, h, d)], dk);
        dv = fma(p[ij], dy[OUT(b, i, h, d)], dv);
    }
    dqkv[QUERY(b, t, h, d)] = dq * root;
    dqkv[KEY(b, t, h, d)] = dk * root;
    dqkv[VALUE(b, t, h, d)] = dv;
}

// One new position. The cache is (B, H, capacity, 2, D): a key and a value for each position.
#define CACHED(b, h, t, two, d) (((((size_t) (b) * H + (h)) * capacity + (t)) * 2 + (two)) * D + (d))

__kernel void step_store(const int n, __global const float *qkv, __global float *cache, const int position,
                         const int capacity, const int C, const int H)
{
    const int at = get_global_id(0);
    if (at >= n) return;
    const int D = C / H;
    const int d = at % D, h = at / D % H, b = at / C;
    cache[CACHED(b, h, position, 0, d)] = qkv[((size_t) b * 3 + 1) * C + h * D + d];
    cache[CACHED(b, h, position, 1, d)] = qkv[((size_t) b * 3 + 2) * C + h * D + d];
}

// scores[b][h][t] = q k_t / sqrt(D), t up to the position
__kernel void step_scores(const int n, __global const float *qkv, __global const float *cache, __global float *scores,
                          const int position, const int capacity, const int C, const int H)
{
    const int at = get_global_id(0);
    if (at >= n) return;
    const int D = C / H;
    const int t = at % (position + 1), h = at / (position + 1) % H, b = at / (position + 1) / H;
    float dot = 0.0f;
    for (int d = 0; d < D; d++) dot = fma(qkv[(size_t) b * 3 * C + h * D + d], cache[CACHED(b, h, t, 0, d)], dot);
    scores[at] = dot / sqrt((float) D);
}

// y[b][h][d] = softmax(scores) v
__kernel void step_values(const int n, __global const float *scores, __global const float *cache, __global float *y,
                          const int position, const int capacity, const int C, const int H)
{
    const int at = get_global_id(0);
    if (at >= n) return;
    const int D = C / H;
    const int d = at % D, h = at / D % H, b = at / C;
    scores += ((size_t) b * H + h) * (position + 1);
    float most = -INFINITY;
    for (int t = 0; t <= position; t++) most = fmax(most, scores[t]);
    float sum = 0.0f;
    float value = 0.0f;
    for (int t = 0; t <= position; t++) {
        const float w = exp(scores[t] - most);
        sum += w;
        value = fma(w, cache[CACHED(b, h, t, 1, d)], value);
    }
    y[at] = value / sum;
}
