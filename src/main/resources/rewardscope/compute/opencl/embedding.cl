// y[r] = table[ids[r]]
__kernel void gather(const int n, __global const float *table, __global const int *ids, __global float *y,
                     const int columns)
{
    const int i = get_global_id(0);
    if (i < n) y[i] = table[(size_t) ids[i / columns] * columns + i % columns];
}

// table[id] += the sum of dy[r] over the rows of that id: those at order[from[id]] to order[from[id + 1]]
__kernel void scatter_add(const int n, __global const float *dy, __global const int *from, __global const int *order,
                          __global float *table, const int columns)
{
    const int i = get_global_id(0);
    if (i >= n) return;
    const int id = i / columns;
    const int c = i % columns;
    float sum = table[i];
    for (int r = from[id]; r < from[id + 1]; r++) sum += dy[(size_t) order[r] * columns + c];
    table[i] = sum;
}
