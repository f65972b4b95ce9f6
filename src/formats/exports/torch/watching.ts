/**
 * The part of the PyTorch script that watches autograd. Hooks see every tensor that an operation packs away; whose
 * memory it is tells its name, since a transposed tensor or a saved output is another view of the same numbers.
 */
export const watching = `saved = {}


def watched(place):
    """Notes every tensor that autograd packs away in a with-block."""

    def pack(tensor):
        # A number such as the m of "/ m" comes as a tensor without dimensions in older versions: it is no array
        if tensor.dim() > 0:
            saved.setdefault(place, []).append(tensor)
        return tensor

    return torch.autograd.graph.saved_tensors_hooks(pack, lambda tensor: tensor)


names = {}


def named(name, tensor):
    """Remembers whose memory this is; the first name stays where an operation returns what it was given."""
    names.setdefault(tensor.data_ptr(), name)
    if tensor.requires_grad:
        tensor.retain_grad()
    return tensor`;

/** The part that prints what autograd has kept, and how much memory that is. X, Y and parameters belong to the caller. */
export const reporting = `held = {}
report = {}
print(f"{'place':<22} saved by autograd")
for place, tensors in saved.items():
    report[place] = [names.get(tensor.data_ptr(), "another array") for tensor in tensors]
    shapes = [f"{name} {tuple(tensor.shape)}" for name, tensor in zip(report[place], tensors)]
    print(f"{place:<22} {', '.join(shapes)}")
    for tensor in tensors:
        held[tensor.data_ptr()] = tensor.numel() * tensor.element_size()
given = {tensor.data_ptr() for tensor in [X, Y, *parameters.values()]}
kept = sum(size for pointer, size in held.items() if pointer not in given)
print(f"PyTorch keeps {kept} bytes for the way back; the pass on the page {page_bytes} at its peak.")`;
