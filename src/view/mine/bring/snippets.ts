/** How arrays are saved, by whose code they are in. */
export const snippets = {
  'the course’s code': `# after L_model_backward, and before the parameters are updated
mine = {"X": X, "Y": Y, "AL": AL, "cost": cost, **parameters, **grads}
for l, ((A_prev, W, b), Z) in enumerate(caches, start=1):
    mine[f"Z{l}"] = Z
    if l > 1:
        mine[f"A{l - 1}"] = A_prev
np.savez("mine.npz", **mine)`,
  PyTorch: `# tensors = {"X": X, "Z1": Z1, "A1": A1, …}, linears = [nn.Linear, …]
for t in tensors.values():
    if t.requires_grad:
        t.retain_grad()
loss.backward()
mine = {name: t.detach().numpy() for name, t in tensors.items()}
mine |= {f"d{name}": t.grad.numpy() for name, t in tensors.items() if t.grad is not None}
mine |= {"Y": Y.numpy(), "cost": loss.item()}
for l, layer in enumerate(linears, start=1):
    for name, t in (("W", layer.weight), ("b", layer.bias)):
        mine |= {f"{name}{l}": t.detach().numpy(), f"d{name}{l}": t.grad.numpy()}
np.savez("mine.npz", **mine)`,
} as const;
