/** linear_backward, line by line, as the course writes it. */
export const dWLine = 'dW = np.dot(dZ, A_prev.T) / m';
export const dbLine = 'db = np.sum(dZ, axis=1, keepdims=True) / m';
export const dALine = 'dA_prev = np.dot(W.T, dZ)';
