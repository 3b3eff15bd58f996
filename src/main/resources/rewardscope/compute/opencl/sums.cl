// Sums over many numbers, in two rounds: parts first, each in order, then the parts. No atomics, so always the same bits.

// part[first + p] = the sum of x, or of its squares, over the p-th stretch of `length` numbers
__kernel void sum_parts(const int parts, __global const float *x, __global float *part, const int first, const int n,
                        const int length, const int squares)
{
    const int p = get_global_id(0);
    if (p >= parts) return;
    const int end = min(n, (p + 1) * length);
    float sum = 0.0f;
    float lost = 0.0f; // what rounding dropped (Kahan 1965)
    for (int i = p * length; i < end; i++) {
        const float term = (squares ? x[i] * x[i] : x[i]) - lost;
        const float next = sum + term;
        lost = (next - sum) - term;
        sum = next;
    }
    part[first + p] = sum;
}

// part[p][c] = the sum of x[r][c] over the p-th stretch of `length` rows
__kernel void column_parts(const int n, __global const float *x, __global float *part, const int rows, const int columns,
                           const int length)
{
    const int i = get_global_id(0);
    if (i >= n) return;
    const int p = i / columns;
    const int c = i % columns;
    const int end = min(rows, (p + 1) * length);
    float sum = 0.0f;
    for (int r = p * length; r < end; r++) sum += x[(size_t) r * columns + c];
    part[i] = sum;
}

// The same of dy h and of dy, h = (x - mean) rstd: the gradients of a layer norm's gain and bias.
__kernel void norm_parts(const int n, __global const float *x, __global const float *mean, __global const float *rstd,
                         __global const float *dy, __global float *gain, __global float *bias, const int rows,
                         const int columns, const int length)
{
    const int i = get_global_id(0);
    if (i >= n) return;
    const int p = i / columns;
    const int c = i % columns;
    const int end = min(rows, (p + 1) * length);
    float g = 0.0f;
    float b = 0.0f;
    for (int r = p * length; r < end; r++) {
        const size_t at = (size_t) r * columns + c;
        g += dy[at] * (x[at] - mean[r]) * rstd[r];
        b += dy[at];
    }
    gain[i] = g;
    bias[i] = b;
}

// s[c] += the sum of part[p][c]
__kernel void add_parts(const int columns, __global const float *part, __global float *s, const int parts)
{
    const int c = get_global_id(0);
    if (c >= columns) return;
    float sum = 0.0f;
    for (int p = 0; p < parts; p++) sum += part[p * columns + c];
    s[c] += sum;
}
