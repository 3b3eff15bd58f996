// One work-item a number.

// 1/2 x (1 + tanh(u)), u = sqrt(2/pi) (x + 0.044715 x^3)
float gelu_of(const float x)
{
    const float u = 0.7978845608028654f * (x + 0.044715f * x * x * x);
    return 0.5f * x * (1.0f + tanh(u));
}

__kernel void fill(const int n, __global float *x, const float value)
{
    const int i = get_global_id(0);
    if (i < n) x[i] = value;
}

__kernel void copy(const int n, __global const float *x, __global float *y)
{
    const int i = get_global_id(0);
    if (i < n) y[i] = x[i];
}

// y += a x
__kernel void add_scaled(const int n, const float a, __global const float *x, __global float *y)
{
    const int i = get_global_id(0);
    if (i < n) y[i] = fma(a, x[i], y[i]);
}

__kernel void scale(const int n, __global float *x, const float a)
{
    const int i = get_global_id(0);
    if (i < n) x[i] *= a;
}

__kernel void multiply(const int n, __global const float *x, __global const float *y, __global float *z)
{
    const int i = get_global_id(0);
    if (i < n) z[i] = x[i] * y[i];
}

__kernel void gelu(const int n, __global const float *x, __global float *y)
{
    const int i = get_global_id(0);
    if (i < n) y[i] = gelu_of(x[i]);
}

// dx = dy gelu'(x)
__kernel void gelu_backward(const int n, __global const float *x, __global const float *dy, __global float *dx)
{
    const int i = get_global_id(0);
    if (i >= n) return;
    const float v = x[i];
    const float t = tanh(0.7978845608028654f * (v + 0.044715f * v * v * v));
    const float du = 0.7978845608028654f * (1.0f + 3.0f * 0.044715f * v * v);
    dx[i] = dy[i] * (0.5f * (1.0f + t) + 0.5f * v * (1.0f - t * t) * du);
}

__kernel void tanh_of(const int n, __global const float *x, __global float *y)
{
    const int i = get_global_id(0);
    if (i < n) y[i] = tanh(x[i]);
}

// dx = dy (1 - y^2)
__kernel void tanh_backward(const int n, __global const float *y, __global const float *dy, __global float *dx)
{
    const int i = get_global_id(0);
    if (i < n) dx[i] = dy[i] * (1.0f - y[i] * y[i]);
}

// max(0, x); not fmax, which would make 0 of a NaN
__kernel void relu(const int n, __global const float *x, __global float *y)
{
    const int i = get_global_id(0);
    if (i < n) y[i] = x[i] < 0.0f ? 0.0f : x[i];
}

// dx = [y > 0] dy
__kernel void relu_backward(const int n, __global const float *y, __global const float *dy, __global float *dx)
{
    const int i = get_global_id(0);
    if (i < n) dx[i] = y[i] > 0.0f ? dy[i] : 0.0f;
}

// x[r] += s
__kernel void add_to_rows(const int n, __global const float *s, __global float *x, const int columns)
{
    const int i = get_global_id(0);
    if (i < n) x[i] += s[i % columns];
}

// m = b1 m + (1-b1) g, v = b2 v + (1-b2) g^2, theta = keep theta - step m / (sqrt(v) root + eps)
__kernel void adam(const int n, __global float *theta, __global const float *gradient, __global float *m,
                   __global float *v, const float gradientScale, const float beta1, const float beta2, const float step,
                   const float root, const float epsilon, const float keep)
{
    const int i = get_global_id(0);
    if (i >= n) return;
    const float g = gradientScale * gradient[i];
    m[i] = beta1 * m[i] + (1.0f - beta1) * g;
    v[i] = beta2 * v[i] + (1.0f - beta2) * g * g;
    theta[i] = keep * theta[i] - step * m[i] / (sqrt(v[i]) * root + epsilon);
}
