// One work-group of GROUP work-items a row: each takes every GROUP-th column, then they add up in a tree, always in the
// same order.

float group_sum(__local float *share, const float mine)
{
    const int item = get_local_id(0);
    share[item] = mine;
    barrier(CLK_LOCAL_MEM_FENCE);
    for (int span = GROUP / 2; span > 0; span /= 2) {
        if (item < span) share[item] += share[item + span];
        barrier(CLK_LOCAL_MEM_FENCE);
    }
    const float sum = share[0];
    barrier(CLK_LOCAL_MEM_FENCE);
    return sum;
}

float group_max(__local float *share, const float mine)
{
    const int item = get_local_id(0);
    share[item] = mine;
    barrier(CLK_LOCAL_MEM_FENCE);
    for (int span = GROUP / 2; span > 0; span /= 2) {
        if (item < span) share[item] = fmax(share[item], share[item + span]);
        barrier(CLK_LOCAL_MEM_FENCE);
    }
    const float most = share[0];
    barrier(CLK_LOCAL_MEM_FENCE);
    return most;
}

#define ROW_KERNEL __kernel __attribute__((reqd_work_group_size(GROUP, 1, 1))) void
#define FOR_COLUMNS(c) for (int c = get_local_id(0); c < columns; c += GROUP)

// y = softmax(x), or its logarithm
ROW_KERNEL softmax(__global const float *x, __global float *y, const int columns, const int logarithm)
{
    __local float share[GROUP];
    const size_t row = (size_t) get_group_id(0) * columns;
    float most = -INFINITY;
    FOR_COLUMNS(c) most = fmax(most, x[row + c]);
    most = group_max(share, most);
    float sum = 0.0f;
    FOR_COLUMNS(c) sum += exp(x[row + c] - most);
    sum = group_sum(share, sum);
    const float shift = log(sum);
    FOR_COLUMNS(c) y[row + c] = logarithm ? (x[row + c] - most) - shift : exp(x[row + c] - most) / sum;
}

// dx = y (dy - sum y dy)
ROW_KERNEL softmax_backward(__global const float *y, __global const float *dy, __global float *dx, const int columns)
{
    __local float share[GROUP];
    const size_t row = (size_t) get_group_id(0) * columns;
    float dot = 0.0f;
    FOR_COLUMNS(c) dot += y[row + c] * dy[row + c];
    dot = group_sum(share, dot);
    FOR_COLUMNS(c) dx[row + c] = y[row + c] * (dy[row + c] - dot);
}

// dx = dy - exp(y) sum dy
ROW_KERNEL log_softmax_backward(__global const float *y, __global const float *dy, __global float *dx, const int columns)
{
    __local float share[GROUP];
    const size_t row = (size_t) get_group_id(0) * columns;
    float sum = 0.0f;
    FOR_COLUMNS(c) sum += dy[row + c];
    sum = group_sum(share, sum);
    FOR_COLUMNS(c) dx[row + c] = dy[row + c] - exp(y[row + c]) * sum;
}

// loss = -log softmax(x)[target], dx = (softmax(x) - onehot(target)) / counted; both 0 where the target is negative
ROW_KERNEL cross_entropy(__global const float *x, __global const int *targets, __global float *loss, __global float *dx,
                         const int columns, const float counted)
{
    __local float share[GROUP];
    const size_t row = (size_t) get_group_id(0) * columns;
    const int target = targets[get_group_id(0)];
    float most = -INFINITY;
    FOR_COLUMNS(c) most = fmax(most, x[row + c]);
    most = group_max(share, most);
    float sum = 0.0f;
    FOR_COLUMNS(c) sum += exp(x[row + c] - most);
    sum = group_sum(share, sum);
    if (get_local_id(0) == 0) loss[get_group_id(0)] = target < 0 ? 0.0f : log(sum) + (most - x[row + target]);
    FOR_COLUMNS(c) dx[row + c] = target < 0 ? 0.0f : (exp(x[row + c] - most) / sum - (c == target ? 1.0f : 0.0f)) / counted;
}

// y = (x - mean) rstd gain + bias
ROW_KERNEL layer_norm(__global const float *x, __global const float *gain, __global const float *bias,
                      __global float *y, __global float *mean, __global float *rstd, const int columns)
{
    __local float share[GROUP];
    const size_t row = (size_t) get_group_id(0) * columns;
    float sum = 0.0f;
    FOR_COLUMNS(c) sum += x[row + c];
    const float middle = group_sum(share, sum) / columns;
    float squares = 0.0f;
    FOR_COLUMNS(c) squares += (x[row + c] - middle) * (x[row + c] - middle);
    const float narrow = 1.0f / sqrt(group_sum(share, squares) / columns + 1e-5f);
    FOR_COLUMNS(c) y[row + c] = (x[row + c] - middle) * narrow * gain[c] + bias[c];
    if (get_local_id(0) == 0) {
        mean[get_group_id(0)] = middle;
        rstd[get_group_id(0)] = narrow;
    }
}

// dx = rstd (dh - mean(dh) - h mean(dh h)), h = (x - mean) rstd, dh = dy gain
ROW_KERNEL layer_norm_backward(__global const float *x, __global const float *gain, __global const float *mean,
                               __global const float *rstd, __global const float *dy, __global float *dx, const int add,
                               const int columns)
{
    __local float share[GROUP];
    const size_t row = (size_t) get_group_id(0) * columns;
    const float middle = mean[get_group_id(0)];
    const float narrow = rstd[get_group_id(0)];
    float sum = 0.0f;
    float dot = 0.0f;
    FOR_COLUMNS(c) {
        const float dh = dy[row + c] * gain[c];
        sum += dh;
        dot += dh * (x[row + c] - middle) * narrow;
    }
    sum = group_sum(share, sum) / columns;
    dot = group_sum(share, dot) / columns;
    FOR_COLUMNS(c) {
        const float h = (x[row + c] - middle) * narrow;
        const float d = narrow * (dy[row + c] * gain[c] - sum - h * dot);
        dx[row + c] = add ? dx[row + c] + d : d;
    }
}
