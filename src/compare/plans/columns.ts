/** The names of the data's columns as the page writes them. */
export const columnLabels = {
  pytorch: 'PyTorch',
  pytorchInplace: 'PyTorch, in place',
  tensorflow: 'TensorFlow',
  tfjs: 'TensorFlow.js',
  jax: 'JAX',
  paddle: 'PaddlePaddle',
  onnxruntime: 'ONNX Runtime',
  caffe: 'Caffe',
  darknet: 'darknet',
} as const;

/** Whose code a column of the data is about. */
export type Column = keyof typeof columnLabels;
